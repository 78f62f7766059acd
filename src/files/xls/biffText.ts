import { BIFF8, type BiffRecord } from "./biffRecords";
import { Continued } from "./continued";

/**
 * Code pages of old workbooks whose encoding has a name of its own; others are "windows-" and their number. Chinese
 * programs wrote GBK under 1252, too, and nobody writes Western letters with accents in a ledger.
 */
const NAMES: ReadonlyMap<number, string> = new Map([[936, "gb18030"], [1252, "gb18030"], [950, "big5"], [932, "shift_jis"], [949, "euc-kr"], [65001, "utf-8"], [1200, "utf-16le"]]);

/** How texts stand in a workbook: in Unicode since Excel 97, before in the code page that it names. */
export class BiffText {
  private readonly bytes: Uint8Array;
  private readonly version: number;
  private decoder = new TextDecoder("gb18030");

  constructor(bytes: Uint8Array, version: number) {
    this.bytes = bytes;
    this.version = version;
  }

  /** What a CODEPAGE record says; a page that the platform does not know leaves it at GBK. */
  setCodePage(page: number): void {
    try {
      this.decoder = new TextDecoder(NAMES.get(page) ?? `windows-${page}`);
    } catch {
      this.decoder = new TextDecoder("gb18030");
    }
  }

  /** A text that its length goes before, in one byte or in two. */
  read(records: readonly BiffRecord[], offset: number, lengthSize: 1 | 2): string {
    const from = new Continued(this.bytes, records);
    from.skip(offset);
    const length = from.number(lengthSize);
    if (this.version === BIFF8) return from.text(length, (from.number(1) & 1) === 1);
    const start = (records[0]?.start ?? 0) + offset + lengthSize;
    return this.decoder.decode(this.bytes.subarray(start, Math.min(start + length, records[0]?.end ?? 0)));
  }
}
