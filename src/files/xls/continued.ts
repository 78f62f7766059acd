import { latin1, utf16 } from "../bytes";
import type { BiffRecord } from "./biffRecords";

/** Reads the bytes of a record and of those that continue it ([MS-XLS] 2.4.58) as one; past the end all is 0. */
export class Continued {
  private readonly bytes: Uint8Array;
  private readonly records: readonly BiffRecord[];
  private record = 0;
  private at: number;

  constructor(bytes: Uint8Array, records: readonly BiffRecord[]) {
    this.bytes = bytes;
    this.records = records;
    this.at = records[0]?.start ?? 0;
  }

  isDone(): boolean {
    return this.settle() === 0;
  }

  number(size: 1 | 2 | 4): number {
    let value = 0;
    for (let i = 0; i < size; i++) value += this.settle() > 0 ? (this.bytes[this.at++] as number) * 2 ** (8 * i) : 0;
    return value;
  }

  skip(size: number): void {
    for (let left = size; left > 0; ) {
      const step = Math.min(this.settle(), left);
      if (step === 0) return;
      this.at += step;
      left -= step;
    }
  }

  /** Characters of one byte or two; where they go on in the next record, it tells anew which ([MS-XLS] 2.5.293). */
  text(length: number, isWide: boolean): string {
    let text = "";
    let wide = isWide;
    for (let left = length; left > 0; ) {
      if (this.at >= this.hereEnd()) {
        if (this.settle() === 0) return text;
        wide = (this.number(1) & 1) === 1;
      }
      const size = wide ? 2 : 1;
      const count = Math.min(left, Math.floor((this.hereEnd() - this.at) / size));
      if (count === 0) return text;
      const piece = this.bytes.subarray(this.at, this.at + count * size);
      text += wide ? utf16(piece) : latin1(piece);
      this.at += count * size;
      left -= count;
    }
    return text;
  }

  private hereEnd(): number {
    return this.records[this.record]?.end ?? 0;
  }

  /** Goes on to the next record where this one is used up; how many bytes are left in it. */
  private settle(): number {
    for (;;) {
      const here = this.records[this.record];
      if (here === undefined) return 0;
      if (this.at < here.end) return here.end - this.at;
      this.record++;
      this.at = this.records[this.record]?.start ?? 0;
    }
  }
}
