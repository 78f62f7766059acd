/** Remembers what a pure function gave for a text, so that the same names in a hundred thousand cells cost once. */
export class Memo<T> {
  private readonly known = new Map<string, T>();
  private readonly capacity: number;

  /** Full, it forgets all and starts again: memory stays bounded, answers stay the same. */
  constructor(capacity = 20_000) {
    this.capacity = capacity;
  }

  /** What `compute` gives for the text; `compute` must be pure, and the same on every call. */
  get(text: string, compute: (text: string) => T): T {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const fresh = compute(text);
    if (this.known.size >= this.capacity) this.known.clear();
    this.known.set(text, fresh);
    return fresh;
  }
}
