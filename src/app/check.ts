/** 检查: what is wrong or odd in a ledger, with its places and the fix where there is one. */
import type { BookForm } from "../core/form/form";
import { placeName } from "../core/grid/a1";
import type { CellValue } from "../core/grid/grid";
import type { Book } from "../core/rules/book";
import { checkLedger, countSeverities } from "../core/rules/checkLedger";
import { checkContext, type CheckGiven } from "../core/rules/context";
import { RULES } from "../core/rules/index";
import type { Issue, Severity } from "../core/rules/rule";
import { standsAside } from "../core/rules/letStand";
import { type Language, sayMessage } from "../core/rules/say";
import type { Master } from "./master";
import { switchedRules } from "../core/rules/switches";
import type { WorkbookSettings } from "../core/settings/index";
import { checkSettings } from "./settings";

export interface DescribedIssue {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: string;
  readonly places: readonly string[];
  readonly row: string | null;
  readonly message: string;
  readonly fix: { readonly from: CellValue; readonly to: CellValue; readonly safe: boolean } | null;
}

/** All issues of a ledger as a workbook's settings want them, without what a person put aside, in sheet order. */
export function findIssues(given: CheckGiven, settings: WorkbookSettings): readonly Issue[] {
  const aside = standsAside(settings.ignored, given.ledger, given.grid);
  return checkLedger(checkContext({ ...given, ...checkSettings(settings) }), switchedRules(RULES, settings.rules), aside);
}

/** The open workbook as the file around its ledger: what only a file on disk tells is left out. */
export function bookOf({ grids }: Pick<Master, "grids">, form: BookForm | null): Book {
  return { file: null, grids, properties: new Map(), remarks: [], form };
}

/** The sentence of an issue. */
export function sayIssue(issue: Issue, language: Language = "zh"): string {
  const rule = RULES.find(({ id }) => id === issue.rule);
  return rule ? sayMessage(rule.say, issue.message, language) : issue.rule;
}

/** What `check` answers, as CONTRACT writes it. */
export function describeCheck(issues: readonly Issue[]): { readonly issues: readonly DescribedIssue[]; readonly counts: Readonly<Record<Severity, number>> } {
  return { issues: issues.map(describeIssue), counts: countSeverities(issues) };
}

function describeIssue(issue: Issue): DescribedIssue {
  const { rule, severity, at, places, row, fix } = issue;
  return {
    rule,
    severity,
    at: placeName(at),
    places: places.map(placeName),
    row,
    message: sayIssue(issue),
    fix: fix && { from: fix.from, to: fix.to, safe: fix.safe },
  };
}
