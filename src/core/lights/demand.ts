/** What a target asks for, in words: 不低于 30 万辆. */
import type { Operator, Target } from "../targets/target";
import { comparisonForm } from "../text/compare";
import { powerWord } from "./figure";

const WORDS: Readonly<Record<Operator, string>> = {
  ">=": "不低于", "<=": "不超过", ">": "超过", "<": "低于", "=": "等于", "~": "约",
};

/** Other words and signs a person may type for them. */
const SYNONYMS: Readonly<Record<Operator, readonly string[]>> = {
  ">=": [">=", "≥", "不少于", "以上", "达到", "至少"], "<=": ["<=", "≤", "不高于", "不多于", "不大于", "以内", "以下", "至多"],
  ">": [">", "高于", "大于", "多于"], "<": ["<", "小于", "少于"], "=": ["=", "为"], "~": ["~", "≈", "左右"],
};

/** All words and signs of each operator, ours first. */
export const OPERATOR_WORDS: Readonly<Record<Operator, readonly string[]>> = {
  ">=": [WORDS[">="], ...SYNONYMS[">="]], "<=": [WORDS["<="], ...SYNONYMS["<="]], ">": [WORDS[">"], ...SYNONYMS[">"]],
  "<": [WORDS["<"], ...SYNONYMS["<"]], "=": [WORDS["="], ...SYNONYMS["="]], "~": [WORDS["~"], ...SYNONYMS["~"]],
};

const BY_WORD: ReadonlyMap<string, Operator> = new Map(
  (Object.keys(WORDS) as Operator[]).flatMap((operator) => OPERATOR_WORDS[operator].map((word) => [word, operator] as const)),
);

/** 不低于 for ">="; "" without one. */
export function operatorWord(operator: Operator | null): string {
  return operator === null ? "" : WORDS[operator];
}

/** The operator that a word or a sign means, or null. */
export function operatorOf(word: string): Operator | null {
  return BY_WORD.get(comparisonForm(word)) ?? null;
}

/** "万辆", or "" where no figure is named. */
export function unitWord(target: Target): string {
  return target.value === null ? "" : `${powerWord(target.scale)}${target.unit ?? ""}`;
}

/** "不低于 30 万辆", "5～95 %"; "" where no figure is named. */
export function sayDemand(target: Target): string {
  if (target.value === null) return "";
  // The ends of a range say themselves on which side it lies.
  const asked = target.upper === undefined ? `${operatorWord(target.operator)} ${target.value}` : `${target.value}～${target.upper}`;
  return `${asked} ${unitWord(target)}`.trim();
}
