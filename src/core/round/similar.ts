/** Texts that resemble each other, without comparing all with all. */

/** A shingle that stands in more texts than this says nothing about any of them ("加快推进" is everywhere). */
const COMMON = 64;
const MOST_CANDIDATES = 8;

/** Sørensen–Dice over pairs of neighbouring characters: 1 for equal texts, 0 for texts without a common pair. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const counts = new Map<string, number>();
  for (const pair of pairsOf(left)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(right)) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) {
      common += 1;
      counts.set(pair, count - 1);
    }
  }
  return (2 * common) / (left.length + right.length - 2);
}

/** An index over texts that names, for another text, the few that share most of its rarer four-character runs. */
export class SimilarTexts {
  private readonly byRun = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    texts.forEach((text, index) => {
      for (const run of new Set(runsOf(text))) {
        const owners = this.byRun.get(run);
        if (!owners) this.byRun.set(run, [index]);
        else if (owners.length <= COMMON) owners.push(index);
      }
    });
  }

  /** Positions of the candidates, best first, at most eight; `skip` leaves some out. */
  candidates(text: string, skip: (index: number) => boolean = () => false): readonly number[] {
    const votes = new Map<number, number>();
    for (const run of new Set(runsOf(text))) {
      const owners = this.byRun.get(run);
      if (!owners || owners.length > COMMON) continue;
      for (const owner of owners) if (!skip(owner)) votes.set(owner, (votes.get(owner) ?? 0) + 1);
    }
    return [...votes]
      .sort(([left, leftVotes], [right, rightVotes]) => rightVotes - leftVotes || left - right)
      .slice(0, MOST_CANDIDATES)
      .map(([index]) => index);
  }
}

function* pairsOf(text: string): Generator<string> {
  for (let index = 0; index + 2 <= text.length; index += 1) yield text.slice(index, index + 2);
}

function* runsOf(text: string): Generator<string> {
  for (let index = 0; index + 4 <= text.length; index += 1) yield text.slice(index, index + 4);
}
