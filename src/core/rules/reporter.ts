/** Who sent a return, by what it says itself. */
import { plainText } from "../grid/grid";
import { type Ledger, type LedgerRow, textOf } from "../ledger/ledger";
import { unitInFileName } from "../units/fileNameUnit";
import type { CheckContext } from "./context";
import { groupBy } from "./groupBy";

export interface Reporter {
  readonly key: string;
  /** In the master's spelling. */
  readonly name: string;
}

const LABELLED = /(?:填报|报送|填表|反馈|上报)(?:单位|部门)(?:名称)?(?:\(盖章\)|（盖章）)?\s*[:：]\s*([^\s:：（(，,；;]{2,30})/u;

/** The unit by the file's own mark, by 填报单位 in its rows or around the table, else by the file's name; null where nothing tells. */
export function reporterOf(context: CheckContext): Reporter | null {
  const marked = context.book?.properties.get("taizhang.unit");
  return (marked ? named(context, marked) : null) ?? ofRows(context) ?? ofLabel(context) ?? ofFile(context);
}

function named({ units }: CheckContext, text: string): Reporter | null {
  const unit = units.registry.find(text);
  return unit ? { key: unit.key, name: unit.name } : null;
}

/** The unit that most rows name, or null where none does or half of them name others. */
function ofRows({ ledger, units }: CheckContext): Reporter | null {
  const names = ledger.rows.map((row) => textOf(ledger, row, "reporter").trim()).filter((name) => name !== "");
  const [most] = [...groupBy(names, (name) => units.registry.keyOf(name))].sort(([, left], [, right]) => right.length - left.length);
  if (!most || most[1].length * 2 <= names.length) return null;
  const [key, [name = ""]] = most;
  return { key, name: units.registry.find(name)?.name ?? name };
}

function ofLabel(context: CheckContext): Reporter | null {
  const { ledger, grid } = context;
  const around = new Set(ledger.frame.map(({ gridRow }) => gridRow));
  for (const { row, values } of grid.rows) {
    if (!around.has(row)) continue;
    const found = LABELLED.exec(values.map((value) => plainText(value)).join(" "))?.[1];
    const unit = found === undefined ? null : named(context, found);
    if (unit) return unit;
  }
  return null;
}

function ofFile(context: CheckContext): Reporter | null {
  const file = context.book?.file;
  const found = file ? unitInFileName(file, context.units.registry) : null;
  return found ? named(context, found.unit) : null;
}

/** Whether a row is addressed to a unit by name; null where it names a class of units, which may hold it. */
export function isAddressedTo(ledger: Ledger, row: LedgerRow, reporter: Reporter, { units }: CheckContext): boolean | null {
  const lists = (["leadUnits", "responsibleUnits"] as const).map((key) => units.listOf(textOf(ledger, row, key)));
  if (lists.some((list) => list.units.some(({ text }) => units.registry.keyOf(text) === reporter.key))) return true;
  return lists.some(({ openEnded }) => openEnded) ? null : false;
}
