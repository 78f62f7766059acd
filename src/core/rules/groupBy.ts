/**
 * The groups of two and more items with one key. Items with equal keys must have equal marks; a mark is a number that
 * costs less than the key, and keys are only made for items whose marks come twice.
 */
export function alike<T>(items: readonly T[], markOf: (item: T) => number, keyOf: (item: T) => unknown): readonly (readonly T[])[] {
  const marks = items.map(markOf);
  const once = new Set<number>();
  const again = new Set<number>();
  for (const mark of marks) (once.has(mark) ? again : once).add(mark);
  if (again.size === 0) return [];
  return [...groupBy(items.filter((_, at) => again.has(marks[at] ?? 0)), keyOf).values()].filter(({ length }) => length > 1);
}

/** A mark of a text: equal texts have equal ones, others mostly not. Looks at a few of its characters only. */
export function textMark(text: string): number {
  const { length } = text;
  let mark = length;
  for (let part = 0; part < MARKED_PARTS; part += 1) mark = (Math.imul(mark, 31) + text.charCodeAt(Math.floor((part * length) / MARKED_PARTS))) | 0;
  return mark;
}

const MARKED_PARTS = 24;

/** The items under each key, keys in the order in which they first appear. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
