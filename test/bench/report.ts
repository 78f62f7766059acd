/** What a subject prints: both sides of every bound, the bound, and whether it holds. */

export interface Bound {
  readonly what: string;
  readonly value: number;
  /** The value may be as large as this; with `atLeast` as small. */
  readonly limit: number;
  readonly atLeast?: true;
  /** "×", "ms", "MB". */
  readonly unit: string;
  /** Both sides, in words. */
  readonly sides: string;
}

export class Report {
  private missed = 0;

  /** How many bounds did not hold. */
  get failures(): number {
    return this.missed;
  }

  title(words: string): void {
    print(`\n${words}`);
  }

  line(words: string): void {
    print(`  ${words}`);
  }

  bound({ what, value, limit, atLeast, unit, sides }: Bound): void {
    const holds = atLeast ? value >= limit : value <= limit;
    if (!holds) this.missed++;
    print(`  ${holds ? "holds " : "BROKEN"}  ${what}: ${figure(value)} ${unit} (bound ${atLeast ? "≥" : "≤"} ${limit} ${unit})  ${sides}`);
  }
}

/** Three figures that matter. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function print(words: string): void {
  process.stdout.write(`${words}\n`);
}
