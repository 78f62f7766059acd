/** Bytes of a record and of those that continue it, read across their borders. */
class Continued {
  private readonly view: DataView;
  private readonly pieces: readonly { readonly start: number; readonly end: number }[];
  private piece = 0;
  private at: number;

  constructor(view: DataView, pieces: readonly { readonly start: number; readonly end: number }[]) {
    this.view = view;
    this.pieces = pieces;
    this.at = pieces[0]?.start ?? 0;
  }

  isDone(): boolean {
    return this.settle() === 0;
  }

  number(bytes: 1 | 2 | 4): number {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += this.settle() > 0 ? this.view.getUint8(this.at++) * 2 ** (8 * i) : 0;
    return value;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const room = this.settle();
      if (room === 0) return;
      const step = Math.min(room, left);
      this.at += step;
      left -= step;
    }
  }

  /** Characters; where they go on in the next record, it tells anew whether they have one byte or two. */
  skipCharacters(count: number, isWide: boolean): void {
    let wide = isWide;
    for (let left = count; left > 0; ) {
      if (this.at >= (this.pieces[this.piece]?.end ?? 0)) {
        if (this.settle() === 0) return;
        wide = (this.number(1) & 1) === 1;
      }
      const room = (this.pieces[this.piece]?.end ?? 0) - this.at;
      const step = Math.min(left, Math.floor(room / (wide ? 2 : 1)));
      if (step === 0) return;
      this.at += step * (wide ? 2 : 1);
      left -= step;
    }
  }

  /** Goes on to the next piece where this one is used up; how many bytes are left in it. */
  private settle(): number {
    for (;;) {
      const here = this.pieces[this.piece];
      if (here === undefined) return 0;
      if (this.at < here.end) return here.end - this.at;
      this.piece++;
      this.at = this.pieces[this.piece]?.start ?? 0;
    }
  }
}

/** For each text of the shared string table ([MS-XLS] 2.4.265), the fonts of its runs. */
export function readRunFonts(view: DataView, pieces: readonly { readonly start: number; readonly end: number }[]): readonly (readonly number[])[] {
  const from = new Continued(view, pieces);
  const texts: number[][] = [];
  from.skip(8);
  while (!from.isDone()) {
    const length = from.number(2);
    const flags = from.number(1);
    const runs = (flags & 8) === 0 ? 0 : from.number(2);
    const extension = (flags & 4) === 0 ? 0 : from.number(4);
    from.skipCharacters(length, (flags & 1) === 1);
    const fonts: number[] = [];
    for (let i = 0; i < runs && !from.isDone(); i++) {
      from.skip(2);
      fonts.push(from.number(2));
    }
    from.skip(extension);
    texts.push(fonts);
  }
  return texts;
}
