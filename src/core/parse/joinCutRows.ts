/** Rows that a page break cut in two, as a PDF turned into a table or a table pasted from paper has them: joined again. */
import { type CellMark, type CellValue, isEmpty } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import { type Ledger, type LedgerRow, textOf } from "../ledger/ledger";

/** A sentence ends here, maybe inside quotation marks or brackets. */
const FINISHED = /[。．.！？!?][”’」』）)】]*$/u;
/** Nothing that anybody would leave standing ends like this. */
const BROKEN_OFF = /[，,、：:（(《“‘]$/u;
const UNIT_END = /(?:局|委|办|部|厅|院|行|公司|集团|政府|中心|支队|总队|联社|学校|大学|协会|（单位）|\(单位\))$/u;
const UNIT_START = /^(?:市|省|区|县|各|国|中国|人民|有关)/u;

/**
 * The ledger with every row that a page break cut joined to the row it was cut from. A row goes on the one before where
 * it has neither 序号 nor 重点任务 and the text before ends without a full stop (in a ledger whose texts do end with one).
 * `isPiece` may hold back rows that are known as rows of their own. The same ledger where nothing was cut.
 */
export function joinCutRows(ledger: Ledger, isPiece: (index: number) => boolean = () => true): Ledger {
  if (!["serial", "task"].some((key) => ledger.index.has(key)) || !ledger.index.has("content")) return ledger;
  if (!ledger.rows.some((row, index) => isNameless(ledger, row) && isPiece(index))) return ledger;
  const endsWithStop = usuallyEndsWithStop(ledger);
  const breaks = new Set(ledger.frame.filter(({ kind }) => kind === "chapter" || kind === "section").map(({ gridRow }) => gridRow));
  const rows: LedgerRow[] = [];
  let joined = 0;
  ledger.rows.forEach((row, index) => {
    const before = rows.at(-1);
    const goesOn = before !== undefined && isNameless(ledger, row) && isPiece(index) && !headingBetween(breaks, before, row);
    const whole = goesOn ? joinRows(ledger, before, row, endsWithStop) : null;
    if (whole === null) rows.push(row);
    else {
      rows[rows.length - 1] = whole;
      joined += 1;
    }
  });
  return joined === 0 ? ledger : { ...ledger, rows: renumbered(rows) };
}

function isNameless(ledger: Ledger, row: LedgerRow): boolean {
  return ["serial", "task"].every((key) => isEmpty(row.values[ledger.index.get(key) ?? -1]));
}

function headingBetween(breaks: ReadonlySet<number>, before: LedgerRow, row: LedgerRow): boolean {
  for (let at = lastRow(before) + 1; at < row.gridRow; at += 1) if (breaks.has(at)) return true;
  return false;
}

function lastRow(row: LedgerRow): number {
  return row.pieces.at(-1)?.gridRow ?? row.gridRow;
}

/** Whether the texts of this ledger are sentences: those of rows that nothing nameless follows. */
function usuallyEndsWithStop(ledger: Ledger): boolean {
  let finished = 0;
  let open = 0;
  ledger.rows.forEach((row, index) => {
    const next = ledger.rows[index + 1];
    if (next !== undefined && isNameless(ledger, next)) return;
    const text = textOf(ledger, row, "content").trim();
    if (text === "") return;
    if (FINISHED.test(text)) finished += 1;
    else open += 1;
  });
  return finished >= open;
}

/** Null where the second row is no piece of the first. */
function joinRows(ledger: Ledger, before: LedgerRow, row: LedgerRow, endsWithStop: boolean): LedgerRow | null {
  const values: CellValue[] = [];
  const marks: (CellMark | undefined)[] = [];
  let goesOn = false;
  for (const [position, { key }] of ledger.columns.entries()) {
    const [first, own] = [before.values[position] ?? null, row.values[position] ?? null];
    const isOwn = !isEmpty(own) && row.spanned?.has(position) !== true;
    values.push(first);
    marks.push(isOwn ? joinMarks(before.marks?.[position], row.marks?.[position]) : before.marks?.[position]);
    if (!isOwn) continue;
    if (before.spanned?.has(position)) return null;
    const whole = isEmpty(first) ? own : joinTexts(key, first, own);
    if (whole === null) return null;
    values[position] = whole;
    if (!isEmpty(first) && typeOf(key) === "text") goesOn ||= continues(key, String(first), String(own), endsWithStop);
  }
  if (!goesOn) return null;
  return { ...before, values, marks: marks.some((mark) => mark !== undefined) ? marks : null, pieces: [...piecesOf(before), row] };
}

function piecesOf(row: LedgerRow): readonly LedgerRow[] {
  return row.pieces.length > 0 ? row.pieces : [row];
}

/** An issued text is a sentence; a reply may be a note in a few words, so only one that breaks off is taken to go on. */
function continues(key: ColumnKey, first: string, own: string, endsWithStop: boolean): boolean {
  if (key === "content") return endsWithStop || FINISHED.test(own.trim());
  return BROKEN_OFF.test(first.trim());
}

/** Null where these two can't be halves of one cell. */
function joinTexts(key: ColumnKey, first: CellValue, own: CellValue): CellValue {
  const type = typeOf(key);
  if (typeof first !== "string" || typeof own !== "string" || (type !== "text" && type !== "units")) return null;
  const [start, end] = [first.trimEnd(), own.trimStart()];
  if (type === "units") return `${start}${UNIT_END.test(start) && UNIT_START.test(end) ? "\n" : ""}${end}`;
  return FINISHED.test(start) ? null : start + end;
}

function joinMarks(first: CellMark | undefined, own: CellMark | undefined): CellMark | undefined {
  return first === undefined || own === undefined ? (first ?? own) : { ...first, ...own };
}

/** Goals count from 1 without the pieces. */
function renumbered(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  let goals = 0;
  return rows.map((row) => {
    if (row.kind !== "goal") return row;
    goals += 1;
    return row.key === `goal-${goals}` ? row : { ...row, key: `goal-${goals}` };
  });
}
