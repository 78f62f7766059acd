/** Where a time word stands and which form reads it: at each place the longest. */
import { FORMS } from "./forms";
import type { DeadlineForm, Groups } from "./forms/form";

/** Prose uses time words in many ways; an expression is there to say when. */
export type TextKind = "prose" | "expression";

export interface Match {
  readonly form: DeadlineForm;
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
}

/** The forms that can begin with a sign, and the signs that can stand second there (null: any). */
interface Starts {
  readonly forms: readonly DeadlineForm[];
  readonly second: string | null;
}

function startsOf(kind: TextKind): ReadonlyMap<string, Starts> {
  const map = new Map<string, Starts>();
  for (const form of FORMS) {
    if (form.where === "expression" && kind === "prose") continue;
    for (const sign of Array.from(form.starts)) {
      const known = map.get(sign);
      const forms = known?.forms ?? [];
      if (forms.includes(form)) continue;
      const second = form.second === undefined || known?.second === null ? null : `${known?.second ?? ""}${form.second}`;
      map.set(sign, { forms: [...forms, form], second });
    }
  }
  return map;
}

const STARTS = { prose: startsOf("prose"), expression: startsOf("expression") } as const;

/** For every UTF-16 unit whether a form can begin with it. */
function marksOf(starts: ReadonlyMap<string, Starts>): Uint8Array {
  const marks = new Uint8Array(65_536);
  for (const sign of starts.keys()) marks[sign.charCodeAt(0)] = 1;
  return marks;
}

const MARKS = { prose: marksOf(STARTS.prose), expression: marksOf(STARTS.expression) } as const;
/** What follows the digits of a time: 2025年, 6月, 2025.6.30, 5个月. Digits before anything else are no time. */
const AFTER_DIGITS = new Set(Array.from("年月日号天周季个./-~至到、，,QqHhT上下第全半底末首 ·。_"));

/** What may stand before a sign that begins a time word without being part of another word: 证明年限, 以上年轻干部. */
const PART_OF_ANOTHER: ReadonlyMap<string, string> = new Map([
  ["明", "证说声文表照透鲜"], ["来", "以近未从历往"], ["上", "以之网线"], ["前", "以之提目"], ["后", "以之今然"], ["下", "以之线"], ["本", "基成根资"],
  ["当", "相不适"], ["次", "多每层"], ["年", "几数多近周半0123456789一二两三四五六七八九十往历成青老"], ["全", "安健完"], ["月", "0123456789"],
]);

/** 每生|每年500元, 每亩|每年: a rate, no time. */
const PER_HEAD = /每(?:[人户亩生家吨台辆件次床位]|学生|平方米)$/u;

/** Whether a time word can begin at `at`: not inside a figure, not inside another word. */
function canBegin(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  if (before === "") return true;
  const sign = text[at] ?? "";
  if (sign === "每" && PER_HEAD.test(text.slice(Math.max(0, at - 4), at))) return false;
  if (sign >= "0" && sign <= "9") return !/[0-9A-Za-z.第]/u.test(before) || isNumbered(text, at);
  return !(PART_OF_ANOTHER.get(sign)?.includes(before) ?? false);
}

/** 2.2021年6月底前: the number of an item, then a year. */
function isNumbered(text: string, at: number): boolean {
  return /(?:^|[^0-9])\d{1,2}\.$/u.test(text.slice(Math.max(0, at - 4), at)) && /^(?:19|20)\d\d年/u.test(text.slice(at, at + 5));
}

/** Whether what follows lets a time begin at `at`. */
function canGoOn(text: string, at: number, { second }: Starts, kind: TextKind): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 48 || unit > 57) return second === null || second.includes(text.charAt(at + 1));
  let end = at + 1;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end === text.length ? kind === "expression" : AFTER_DIGITS.has(text.charAt(end));
}

/** The sign after 2025年 or 2025年度 at `at`; null where no such year stands there. */
function signAfterYear(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if ((unit !== 49 && unit !== 50) || text.charAt(at + 4) !== "年") return null;
  return text.charAt(text.charAt(at + 5) === "度" ? at + 6 : at + 5);
}

function longestAt(text: string, at: number, { forms }: Starts): Match | null {
  let best: Match | null = null;
  const after = signAfterYear(text, at);
  for (const form of forms) {
    if (after !== null && form.afterYear?.includes(after) === false) continue;
    if (form.needs !== undefined && !hasAny(text, form.needs)) continue;
    form.pattern.lastIndex = at;
    const found = form.pattern.exec(text);
    const end = at + (found?.[0].length ?? 0);
    if (found && end > at && end > (best?.end ?? at)) best = { form, start: at, end, groups: found.groups ?? NO_GROUPS };
  }
  return best;
}

const NO_GROUPS: Groups = {};

function hasAny(text: string, signs: string): boolean {
  for (let at = 0; at < signs.length; at++) if (text.includes(signs.charAt(at))) return true;
  return false;
}

/** The time word that begins at `at`, or null. */
export function matchAt(text: string, at: number, kind: TextKind): Match | null {
  if (MARKS[kind][text.charCodeAt(at)] === 0) return null;
  const starts = STARTS[kind].get(text.charAt(at));
  return starts !== undefined && canBegin(text, at) && canGoOn(text, at, starts, kind) ? longestAt(text, at, starts) : null;
}

export const isRange = ({ form }: Match): boolean => form.id.endsWith("-range");
export const isRecurring = ({ form }: Match): boolean =>
  ["annual", "half-yearly", "quarterly", "monthly", "rhythm"].includes(form.id);
