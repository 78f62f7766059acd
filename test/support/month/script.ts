/** What everybody has said so far in the scripted month, what the clerk typed over it, and the files it all came in. */
import { guideLines, STATUS_CHOICE } from "../../../src/app/dispatch";
import type { GivenFile } from "../../../src/files/readMany";
import { formBook } from "../../../src/workbook/formBook";
import type { Dispatched } from "../aDispatch";
import { reply, ROWS, type Said } from "./city";
import { type CellTexts, expectedCells } from "./expected";
import { fill, opened, put, tableOf, written } from "./sheets";

export class Script {
  readonly month: string;
  /** Texts that were said and stand no more: corrected, decided against, replaced. */
  readonly left: string[] = [];
  private readonly before: ReadonlyMap<number, CellTexts>;
  private readonly said = new Map<string, Said>();
  private readonly typed = new Map<number, Partial<CellTexts>>();

  constructor(month: string, before: ReadonlyMap<number, CellTexts>) {
    this.month = month;
    this.before = before;
  }

  /** What a unit writes into these rows, all of its own where none are named; from now on it counts. */
  says(unit: string, { only, but = [], changed = {} }: { readonly only?: number; readonly but?: readonly number[]; readonly changed?: Readonly<Record<number, Said>> } = {}): (serial: number) => Said {
    return (serial) => {
      if (but.includes(serial) || (only !== undefined && serial !== only)) return {};
      const key = `${unit} ${serial}`;
      const own = { ...reply(this.month, unit, serial), ...changed[serial] };
      const former = this.said.get(key)?.progress;
      if (former !== undefined && former !== own.progress) this.left.push(former);
      this.said.set(key, own);
      return own;
    };
  }

  /** What a unit has written somewhere else, and what does not count here yet. */
  hides(units: readonly string[]): () => void {
    const hidden = [...this.said].filter(([key]) => units.some((unit) => key.startsWith(`${unit} `)));
    for (const [key] of hidden) this.said.delete(key);
    return () => {
      for (const [key, own] of hidden) this.said.set(key, own);
    };
  }

  types(serial: number, cells: Partial<CellTexts>): void {
    this.typed.set(serial, { ...this.typed.get(serial), ...cells });
  }

  /** The sheet as it must be now. */
  sheet(): ReadonlyMap<number, CellTexts> {
    const cells = expectedCells((unit, serial) => this.said.get(`${unit} ${serial}`) ?? {}, this.before);
    return new Map([...cells].map(([serial, own]) => [serial, { ...own, ...this.typed.get(serial) }]));
  }
}

/** The bytes of the form that went to a unit, under the name that it went out with. */
export function formOf({ plan }: Dispatched, unit: string): GivenFile {
  const form = plan.forms.find((own) => (own.unit ?? own.file).includes(unit));
  const book = form && formBook(form, guideLines("", ""), [STATUS_CHOICE]);
  const saved = book?.ok ? book.value.save() : null;
  if (!form || !saved?.ok) throw new Error(unit);
  return { name: form.file, bytes: saved.value };
}

export const CONTACT = "王芳 13812345678";

/** A unit's form, filled in and saved by another program, in its own format or an older one. */
export function returned(round: Dispatched, unit: string, says: (serial: number) => Said, name?: string, kind: "xlsx" | "biff8" | "ods" = "xlsx"): GivenFile {
  const form = formOf(round, unit);
  return { name: name ?? form.name, bytes: written(fill(form.bytes, says, { 填报日期: "2026年11月", 联系人: CONTACT }), kind) };
}

/** The form with the figure of a row's target made smaller. */
export function lowered(file: GivenFile, serial: number): GivenFile {
  const book = opened(file.bytes);
  const { sheet, rows, columns } = tableOf(book);
  const content = String(ROWS[serial - 1]?.content).replace(/完成 \d+/u, "完成 5");
  put(sheet, rows.get(serial) ?? -1, columns.get("工作内容") ?? -1, content);
  return { name: file.name, bytes: written(book, "xlsx") };
}

/** The table alone, copied into a new workbook: no properties, and no unit named anywhere. */
export function anonymous({ bytes }: GivenFile, name: string): GivenFile {
  const book = opened(bytes);
  const { sheet, rows, columns, header } = tableOf(book);
  for (const row of rows.values()) put(sheet, row, columns.get("填报单位") ?? -1, "");
  for (let row = 0; row < header; row += 1) for (const col of columns.values()) put(sheet, row, col, "");
  delete book.Custprops;
  return { name, bytes: written(book, "xlsx") };
}
