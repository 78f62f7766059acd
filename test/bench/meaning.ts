/** Cells as full as Excel lets them be, of what is nested deepest or comes most often: every rule, and every reader of words. */
import { LONGEST_TEXT } from "../../src/core/grid/excelLimits";
import type { Grid } from "../../src/core/grid/grid";
import { headerOf, type PresetKey } from "../../src/core/ledger/columns";
import { parseLedger } from "../../src/core/parse/parseLedger";
import { ledgerCells } from "../../src/core/rules/cells";
import { checkContext, type CheckContext } from "../../src/core/rules/context";
import { RULES } from "../../src/core/rules/index";
import type { Rule } from "../../src/core/rules/rule";
import { extractTargets } from "../../src/core/targets/extractTargets";
import { parseDeadline } from "../../src/core/targets/parseDeadline";
import { splitUnits } from "../../src/core/units/splitUnits";
import { clock, ownSide, take } from "./measure";
import { figure } from "./report";
import type { Subject } from "./subject";

/** What the cells are full of, by what it is called. */
const PIECES: Readonly<Record<string, string>> = {
  digits: "1", "Chinese digits": "三", years: "2025年", dates: "2025年6月底前、", "impossible dates": "2025年13月32日", "other dates": "{year}年{month}月{day}日、", "other targets": "建成第{n}类{n}家，", ranges: "5~95%、", decimals: "1.5.", letters: "a",
  blanks: "市 ", "wide blanks": "到　2025 年", "line ends": "推进\n", "、": "、", stops: "。", "opening brackets": "（", "nested brackets": "（(", "closed brackets": "（甲）", quotes: "“甲”“乙”", "straight quotes": "\"甲\"", titles: "《",
  unit: "市财政局", units: "市财政局、市商务局，", "unit words": "局", "units with roles": "市财政局牵头，市商务局配合；", counties: "各区县", levels: "市县区",
  targets: "建成30家，", "targets with dates": "到2025年，建成工厂350家。", "dealt targets": "甲、乙分别达到5、6家，", "among them": "其中", shares: "率达到1，", "so far": "累计", "of each": "每年新增3家", words: "推进", sentences: "加快推进设备更新，力争达到国内先进水平。",
};

const COLUMNS: readonly PresetKey[] = ["serial", "task", "content", "leadUnits", "responsibleUnits", "deadline", "targetValue", "reportedValue", "progress", "status", "reporter", "reportDate", "contact", "note"];
const RUNS = 6;
const [MOST_MS, MOST_GROWTH] = [50, 2.2];
/** What takes less says nothing of how it grows. */
const LEAST_MS = 10;

/** Milliseconds by reader or rule. */
type Times = ReadonlyMap<string, number>;

export const meaningSubject: Subject = {
  name: "meaning",
  title: `${Object.keys(PIECES).length} sorts of cells of ${LONGEST_TEXT} characters: ${RULES.length} rules and the readers`,
  sides: { "read-full": () => console.log(JSON.stringify(Object.keys(PIECES).flatMap(readFull))) },
  async run(report) {
    const { output } = await take(ownSide("read-full"));
    const read = (JSON.parse(output) as Read[]).sort((left, right) => right.ms - left.ms);
    for (const { what, full, ms } of read.slice(0, 5)) report.line(`${what} on ${full}: ${figure(ms)} ms`);
    const [slowest] = read;
    report.bound({ what: "slowest of all on one cell", value: slowest?.ms ?? NaN, limit: MOST_MS, unit: "ms", sides: `${slowest?.what ?? ""} on ${slowest?.full ?? ""}` });
    const [growing] = read.filter(({ ms }) => ms >= LEAST_MS).sort((left, right) => right.ms / right.half - left.ms / left.half);
    if (growing) report.bound({ what: "twice the text", value: growing.ms / growing.half, limit: MOST_GROWTH, unit: "×", sides: `${growing.what} on ${growing.full}, ${figure(growing.half)} ms to ${figure(growing.ms)} ms; all of at least ${LEAST_MS} ms` });
  },
};

interface Read {
  readonly what: string;
  /** Of what the cell is full. */
  readonly full: string;
  readonly ms: number;
  /** Of half the text. */
  readonly half: number;
}

function readFull(full: string): readonly Read[] {
  const piece = PIECES[full] ?? "";
  const halves = best(filled(piece, LONGEST_TEXT / 2));
  return [...best(filled(piece, LONGEST_TEXT))].map(([what, ms]) => ({ what, full, ms, half: halves.get(what) ?? NaN }));
}

function filled(piece: string, length: number): string {
  const pieces = Array.from({ length: Math.ceil(length / piece.length) }, (_, at) => piece.replace("{year}", String(1990 + (at % 100))).replace("{month}", String(1 + (at % 12))).replace("{day}", String(1 + (at % 28))).replace("{n}", String(at)));
  return pieces.join("").slice(0, length);
}

/** The best of several runs: the others paid for something else. */
function best(text: string): Times {
  const least = new Map<string, number>();
  for (let run = 0; run < RUNS; run++) {
    for (const [what, ms] of once(text)) least.set(what, Math.min(ms, least.get(what) ?? Infinity));
  }
  return least;
}

/** Each once, with nothing remembered but what the one before has left in a check. */
function once(text: string): Times {
  const when = { year: 2026, asOf: { year: 2026, month: 11, day: 23 } };
  const times = new Map([
    ["extractTargets", clock(() => extractTargets(text, { ...when, label: null }))],
    ["parseDeadline", clock(() => parseDeadline(text, when))],
    ["splitUnits", clock(() => splitUnits(text))],
  ]);
  const context = contextOf(text);
  for (const rule of RULES) times.set(rule.id, timeOf(rule, context));
  return times;
}

function contextOf(text: string): CheckContext {
  const values = [COLUMNS.map(headerOf), COLUMNS.map((key) => (key === "serial" ? 1 : text)), COLUMNS.map((key) => (key === "serial" ? 2 : key === "deadline" ? 46_000 : key === "status" ? "已完成" : text))];
  const grid: Grid = { sheet: "台账", visibility: "visible", rows: values.map((cells, row) => ({ row, values: cells, marks: null, hidden: false })), spans: [], notes: [], hiddenColumns: [] };
  const parsed = parseLedger(grid);
  if (!parsed.ok) throw new Error(`no ledger: ${parsed.error.kind}`);
  const own = { ledger: parsed.value, grid };
  return checkContext({ ...own, master: own, last: own, asOf: "2026-11-23" });
}

/** The longest that the rule takes for one cell or row; of rules of the whole ledger for the two rows. */
function timeOf(rule: Rule, context: CheckContext): number {
  switch (rule.scope) {
    case "cell":
      return Math.max(0, ...[...ledgerCells(context.ledger, context.grid)].filter(({ kind }) => rule.on.includes(kind)).map((cell) => clock(() => rule.check(cell, context))));
    case "row":
      return Math.max(...context.ledger.rows.map((row) => clock(() => rule.check(row, context))));
    case "ledger":
      return clock(() => rule.check(context));
    case "master":
    case "last": {
      const other = context[rule.scope];
      return other ? clock(() => rule.check(context, other)) : 0;
    }
  }
}
