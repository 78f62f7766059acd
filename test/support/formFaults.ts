/** Workbooks whose form is judged: packages by part, faults planted by text, and what the rules of form say. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { LedgerPlan } from "../../src/app/importLedger";
import { findLedger } from "../../src/core/parse/parseLedger";
import { checkLedger } from "../../src/core/rules/checkLedger";
import { checkContext, type CheckGiven } from "../../src/core/rules/context";
import { RULES } from "../../src/core/rules/index";
import { PANE_LIMITS } from "../../src/files/limits";
import { newLedgerBook } from "../../src/workbook/newLedgerBook";
import { readFile } from "../../src/files/readFile";
import { readForm } from "../../src/files/readForm";
import { AS_OF } from "./aLedger";

export const FORM_OPTIONS = { limits: PANE_LIMITS };
export const SHEET = "xl/worksheets/sheet1.xml";

export type Parts = Readonly<Record<string, string>>;

/** The workbook that we make of a ledger. */
export function standardBook(plan: LedgerPlan): Uint8Array {
  const book = newLedgerBook(plan);
  const saved = book.ok ? book.value.save() : book;
  if (!saved.ok) throw new Error("no book");
  return saved.value;
}

/** The package of these parts. */
export function packed(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The parts of a package. */
export function unpacked(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Other words in a part, or a failed test where it lacks them. */
export const inPart = (part: string, from: string | RegExp, to: string) => (parts: Parts): Parts => {
  const text = parts[part] ?? "";
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to edit: ${String(from)}`);
  return { ...parts, [part]: after };
};

/** What is said of form, as "rule places". */
export async function formIssues(bytes: Uint8Array, more: Partial<CheckGiven> = {}): Promise<readonly string[]> {
  const source = await readFile("台账.xlsx", bytes, FORM_OPTIONS);
  const found = source.ok ? findLedger(source.value.grids) : null;
  if (!source.ok || !found?.ok) throw new Error("not read");
  const { grids, properties, remarks } = source.value;
  const form = readForm(bytes, [found.value.grid.sheet], FORM_OPTIONS);
  const issues = checkLedger(checkContext({ ...found.value, book: { file: "台账.xlsx", grids, properties, remarks, form }, asOf: AS_OF, ...more }), RULES);
  return issues.filter(({ group, rule }) => group === "form" || rule.startsWith("book/") || rule === "rows/hidden").map(({ rule, places }) => `${rule} ${places.length}`);
}

/** The face of C16 again, with some attributes of its own. */
export const styled = (attribute: "fontId" | "fillId" | "borderId" | "wrapText", value: "fresh" | "0") => (parts: Parts): Parts => {
  const styles = parts["xl/styles.xml"] ?? "";
  const entries = (table: string, entry: string): readonly string[] => new RegExp(`<${table}[^>]*>(.*?)</${table}>`, "su").exec(styles)?.[1]?.match(new RegExp(`<${entry}(?: [^>]*)?/>|<${entry}[ >].*?</${entry}>`, "gsu")) ?? [];
  const fresh = String(entries(attribute === "fontId" ? "fonts" : "fills", attribute === "fontId" ? "font" : "fill").length);
  const sheet = parts[SHEET] ?? "";
  const faces = entries("cellXfs", "xf");
  const own = faces[Number(/<c r="C16" s="(\d+)"/u.exec(sheet)?.[1])] ?? "";
  const other = own.replace(new RegExp(`${attribute}="\\d+"`, "u"), `${attribute}="${value === "fresh" ? fresh : value}"`);
  if (other === own) throw new Error(`no ${attribute}`);
  const nextStyles = styles
    .replace("</fonts>", '<font><sz val="11"/><name val="楷体"/></font></fonts>')
    .replace("</fills>", '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>')
    .replace("</cellXfs>", `${other}</cellXfs>`)
    .replace(/(<(?:fonts|fills|cellXfs) )count="\d+"/gu, "$1");
  return { ...parts, "xl/styles.xml": nextStyles, [SHEET]: sheet.replace(/(<c r="C16" s=")\d+"/u, `$1${faces.length}"`) };
};
