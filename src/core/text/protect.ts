/** Parts of a text that no step may rewrite: names in 《》 and addresses. */

export interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const NONE: readonly Range[] = [];
/** Longer than this, an opening 《 was left open by mistake and protects nothing. */
const LONGEST_TITLE = 200;
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/gu;

/** The protected ranges of a text, in order, without overlap. Linear; most texts have none. */
export function protectedRanges(text: string): readonly Range[] {
  const titles = text.includes("《") ? titleRanges(text) : NONE;
  const addresses = /https?:\/\/|www\.|@/u.test(text) ? addressRanges(text) : NONE;
  if (addresses.length === 0) return titles;
  const inOrder = [...titles, ...addresses].sort((left, right) => left.start - right.start);
  return inOrder.filter((range, index) => index === 0 || range.start >= (inOrder[index - 1]?.end ?? 0));
}

function titleRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "《" && start < 0) start = at;
    else if (char === "》" && start >= 0) {
      ranges.push({ start, end: at + 1 });
      start = -1;
    }
    if (start >= 0 && at - start > LONGEST_TITLE) start = -1;
  }
  return ranges;
}

function addressRanges(text: string): readonly Range[] {
  return [...text.matchAll(ADDRESS)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Asks whether a place touches a protected part. Ask from left to right: the answer then costs nothing on average. */
export function protector(text: string): (start: number, end: number) => boolean {
  const ranges = protectedRanges(text);
  let next = 0;
  return (start, end) => {
    let range = ranges[next];
    while (range && range.end <= start) {
      next += 1;
      range = ranges[next];
    }
    return range !== undefined && range.start < end;
  };
}

/** `replace` that leaves protected parts alone; the pattern is global, and its groups are given in order. */
export function replaceOutside(
  text: string,
  pattern: RegExp,
  write: (found: string, at: number, groups: readonly (string | undefined)[]) => string,
): string {
  let touches: ReturnType<typeof protector> | null = null;
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    touches ??= protector(text);
    const position = rest.findIndex((part) => typeof part === "number");
    const at = Number(rest[position]);
    return touches(at, at + found.length) ? found : write(found, at, rest.slice(0, position) as (string | undefined)[]);
  });
}
