/** The table of all rules for readers: made from the rules themselves. */
import { type ExampleCell, type ExampleRow, type Rule, RULE_GROUPS, type RuleGroup, type Severity } from "./rule";
import { plainText } from "../grid/grid";
import { headerOf } from "../ledger/columns";
import type { Words } from "./say";
import { visible } from "./say";

export interface GuideLine {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  /** A case in which the rule speaks, in Chinese: "年份只写两位：工作内容 “25 年完成” → “2025 年完成”". */
  readonly example: string;
}

/** The lines of the table, group by group, in the order of the list. */
export function ruleGuide(rules: readonly Rule[]): readonly GuideLine[] {
  return RULE_GROUPS.flatMap((group) =>
    rules.filter((rule) => rule.group === group).map(({ id, severity, title, why, examples }): GuideLine => ({ id, group, severity, title, why, example: exampleOf(examples) })),
  );
}

const LONGEST = 40;

/** The first example in which the rule says something: its name, the cell, and what it should be. */
function exampleOf(examples: Rule["examples"]): string {
  const telling = examples.find(({ reports }) => reports.length > 0);
  const [report] = telling?.reports ?? [];
  if (!telling || !report) return "";
  const [line, key] = report.at.split(".");
  const row: ExampleRow | undefined = telling.given[Number(line) - 1];
  const cell = row === undefined ? "" : typeof row === "string" ? row : key === undefined ? "" : cellText(row[key]);
  if (cell === "") return telling.name;
  const to = report.to === undefined || report.to === null ? "" : ` → “${short(plainText(report.to))}”`;
  return `${telling.name}：${key === undefined ? "" : headerOf(key)}“${short(cell)}”${to}`;
}

function cellText(cell: ExampleCell | undefined): string {
  if (cell === undefined || cell === null) return "";
  return plainText(typeof cell === "object" ? cell.value : cell);
}

function short(text: string): string {
  const shown = visible(text);
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST - 1)}…`;
}
