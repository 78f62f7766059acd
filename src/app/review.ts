/** 报送前检查: one page about a ledger that is to leave the house, pass or fail by group. */
import type { BookForm } from "../core/form/form";
import { placeName } from "../core/grid/a1";
import { type CellRef, isEmpty } from "../core/grid/grid";
import { type ContentCode, contentCode } from "../core/ledger/contentCode";
import { helpersOf } from "../core/lights/helperColumns";
import type { Light } from "../core/lights/light";
import { RULES, sayIssue } from "../core/rules/index";
import { type Issue, RULE_GROUPS, type RuleGroup, type Severity } from "../core/rules/rule";
import type { Words } from "../core/rules/say";
import { STORE_SHEET } from "../core/store/store";
import { bookOf, findIssues } from "./check";
import { planLighting, yearInTitle } from "./light";
import type { Master } from "./master";
import { openPoints, sayOpenPoint } from "./openPoints";
import { OWN_SHEETS } from "./ownSheets";
import { settingsOf } from "./settings";
import { parseIsoDay } from "../core/grid/day";

export type ReviewKey = RuleGroup | "open" | "inside";

/** fail: it should not leave so. look: a person should look. pass: nothing to say. */
export type ReviewState = "pass" | "look" | "fail";

export interface ReviewLine {
  readonly severity: Severity;
  readonly words: Words;
  /** How many places it stands for. */
  readonly count: number;
  /** The first place, or null where it has none. */
  readonly at: CellRef | null;
}

export interface ReviewGroup {
  readonly key: ReviewKey;
  readonly state: ReviewState;
  /** Worst first. */
  readonly lines: readonly ReviewLine[];
}

export interface Review {
  /** "2026-11-23" */
  readonly date: string;
  readonly sheet: string;
  /** How many rows and cells were checked, and the code that tells this content from any other. */
  readonly content: ContentCode;
  readonly groups: readonly ReviewGroup[];
  readonly ignored: number;
}

export const REVIEW_KEYS: readonly ReviewKey[] = [...RULE_GROUPS, "open", "inside"];

/** The page of a ledger as of a day. The rules' issues are those of a check with the workbook's settings. */
export function reviewOf(master: Master, today: string, form: BookForm | null = null): Review {
  const settings = settingsOf(master);
  const issues = findIssues({ ...master, book: bookOf(master, form), asOf: today }, settings);
  const lines: Readonly<Record<ReviewKey, readonly ReviewLine[]>> = {
    ...withUnseen(ruleLines(issues), form === null && settings.form !== "none"), open: [...openLines(master, today), ...lightLines(master, today)], inside: insideLines(master),
  };
  const groups = REVIEW_KEYS.map((key): ReviewGroup => ({ key, lines: lines[key], state: stateOf(lines[key]) }));
  return { date: today, sheet: master.ledger.sheet, content: contentCode(master.ledger), groups, ignored: settings.ignored.length };
}

function stateOf(lines: readonly ReviewLine[]): ReviewState {
  if (lines.some(({ severity }) => severity === "error")) return "fail";
  return lines.some(({ severity }) => severity === "warning") ? "look" : "pass";
}

/** What was not looked at has not passed. */
function withUnseen(lines: Readonly<Record<RuleGroup, readonly ReviewLine[]>>, isUnseen: boolean): Readonly<Record<RuleGroup, readonly ReviewLine[]>> {
  if (!isUnseen) return lines;
  const words = { zh: "字体、行高和打印设置没有检查：没有取得工作簿文件", en: "fonts, heights and print settings were not judged: the workbook’s file was not at hand" };
  return { ...lines, form: [...lines.form, { severity: "warning", words, count: 1, at: null }] };
}

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** One line a rule: its title, how often, and where first. */
function ruleLines(issues: readonly Issue[]): Readonly<Record<RuleGroup, readonly ReviewLine[]>> {
  const lines: Record<RuleGroup, ReviewLine[]> = { structure: [], content: [], text: [], form: [] };
  for (const rule of RULES) {
    const own = issues.filter((issue) => issue.rule === rule.id);
    const [first] = own;
    if (!first) continue;
    const words = own.length === 1 ? { zh: sayIssue(first, "zh"), en: sayIssue(first, "en") } : rule.title;
    lines[rule.group].push({ severity: first.severity, words, count: own.length, at: first.at });
  }
  for (const group of RULE_GROUPS) lines[group].sort((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
  return lines;
}

function openLines(master: Master, today: string): readonly ReviewLine[] {
  return openPoints(master, today).map((point) => ({
    severity: point.kind === "proposal" ? "warning" : "error", words: { zh: sayOpenPoint(point, "zh"), en: sayOpenPoint(point, "en") }, count: 1, at: point.at,
  }));
}

const LIGHT_WORDS: Readonly<Partial<Record<Light, Words>>> = {
  overdue: { zh: "项已逾期", en: "overdue" },
  unverified: { zh: "项已过时限、尚无进展填报，待核实", en: "past due with nothing reported: to be verified" },
  undecided: { zh: "项文字与数字不一致，待核定", en: "with words and figures that disagree" },
};

/** Lights that somebody should have settled before the ledger goes out; asked only where lights stand in the sheet. */
function lightLines(master: Master, today: string): readonly ReviewLine[] {
  const asOf = parseIsoDay(today);
  if (!asOf || !helpersOf(master.grid, master.ledger.headerRow)) return [];
  const plan = planLighting(master, { asOf, year: yearInTitle(master) });
  if (!plan.ok) return [];
  return (Object.entries(LIGHT_WORDS) as [Light, Words][]).flatMap(([light, words]): readonly ReviewLine[] => {
    const rows = plan.value.rows.filter(({ judgement }) => judgement.light === light);
    const [first] = rows;
    const at = first ? { sheet: master.ledger.sheet, row: first.row.gridRow, col: master.ledger.columns[0]?.col ?? 0 } : null;
    return rows.length === 0 ? [] : [{ severity: "warning", words: { zh: `${rows.length} ${words.zh}`, en: `${rows.length} ${words.en}` }, count: rows.length, at }];
  });
}

/** What of ours is in the workbook and must not go out with it. 定稿 leaves it behind. */
function insideLines(master: Master): readonly ReviewLine[] {
  const names = new Set(master.grids.map(({ sheet }) => sheet));
  const own = OWN_SHEETS.filter((name) => names.has(name) && name !== STORE_SHEET);
  const lines: ReviewLine[] = [];
  const add = (words: Words, at: CellRef | null = null): void => void lines.push({ severity: "warning", words, count: 1, at });
  if (hasStore(master)) add({ zh: "含各单位原始报送和设置（隐藏工作表“_台账”）", en: "holds what units reported and the settings (hidden sheet _台账)" });
  const helpers = helpersOf(master.grid, master.ledger.headerRow);
  if (helpers) add({ zh: "表格右侧有辅助列和颜色规则", en: "helper columns and rules stand beside the table" });
  for (const name of own) add({ zh: `含工作表“${name}”`, en: `holds the sheet ${name}` });
  for (const grid of master.grids) if (grid.visibility !== "visible" && grid.rows.some(({ values }) => values.some((value) => !isEmpty(value)))) add({ zh: `含隐藏工作表“${grid.sheet}”`, en: `holds the hidden sheet ${grid.sheet}` });
  return lines;
}

function hasStore({ store, storeProblem }: Master): boolean {
  return storeProblem !== null || store.round !== null || store.runs.length > 0 || store.changes.length > 0 || store.others.length > 0;
}

/** The line's place as people name it, or "". */
export function reviewPlace({ at }: ReviewLine): string {
  return at ? placeName(at) : "";
}
