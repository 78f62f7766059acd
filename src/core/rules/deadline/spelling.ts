import { cellMark, cellOf, type Ledger, type LedgerRow, textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import { readDay } from "../../text/readDay";
import type { CheckContext } from "../context";
import { inRow, placeIn } from "../finding";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  marked: {
    zh: "{header}“{from}”宜作“{to}”，与其他各行一致",
    en: "{header} “{from}” should be “{to}” like the others",
  },
  yearless: {
    zh: "{header}“{from}”没有写年份，其他各行都有",
    en: "{header} “{from}” names no year, and all others do",
  },
  text: {
    zh: "{header}“{from}”是文字，其他各行是日期格式，不能一起排序筛选",
    en: "{header} “{from}” is a text, where the others are dates; they do not sort or filter together",
  },
} as const;

const MARKED = /^(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(底|前|底前)?$/u;
const PACKED = /^(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/u;
const SHORT_YEAR = /^(\d{2})[./-](\d{1,2})[./-](\d{1,2})$/u;
const YEARLESS = /^(?:(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|\d{1,2}[日号])?|年底|年末|年内|[一二三四]季度末?)(?:前|之前|以前)?$/u;
const WORDED = /\d{4}年/u;
/** From this share on the column is kept that way. */
const USUAL_SHARE = 0.6;
const FEWEST = 3;

/** 2025.12 as 2025年12月, 20250630 as 2025年6月30日; null where there is no such day or month. */
function worded(form: string): string | null {
  const short = SHORT_YEAR.exec(form);
  const [, year, month, day, end = ""] = short ? ["", `20${short[1] ?? ""}`, short[2], short[3]] : (MARKED.exec(form) ?? PACKED.exec(form) ?? []);
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) > 31) return null;
  return `${year}年${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}${end}`;
}

interface DateColumn {
  readonly ledger: Ledger;
  readonly key: "deadline" | "reportDate";
  readonly header: string;
  readonly position: number;
}

function oddIn(column: DateColumn): readonly Finding[] {
  const { ledger, key, position } = column;
  const rows = ledger.rows.filter((row) => !row.spanned?.has(position) && !row.marks?.[position]?.error && cellOf(ledger, row, key) !== null);
  const days = rows.filter((row) => cellMark(ledger, row, key)?.date).length;
  if (days >= FEWEST && days > rows.length * USUAL_SHARE) return rows.flatMap((row) => textAmongDays(column, row));
  const texts = rows.filter((row) => typeof cellOf(ledger, row, key) === "string");
  const usual = texts.filter((row) => WORDED.test(comparisonForm(textOf(ledger, row, key)))).length;
  const odd = texts.filter((row) => worded(comparisonForm(textOf(ledger, row, key))) !== null);
  const said = usual > odd.length ? odd.flatMap((row) => otherwise(column, row)) : [];
  const yearless = key === "deadline" ? texts.filter((row) => YEARLESS.test(comparisonForm(textOf(ledger, row, key)))) : [];
  if (usual < FEWEST || usual <= texts.length * USUAL_SHARE) return said;
  return [...said, ...yearless.flatMap((row) => withoutYear(column, row))];
}

function textAmongDays({ ledger, key, header }: DateColumn, row: LedgerRow): readonly Finding[] {
  const from = textOf(ledger, row, key);
  if (typeof cellOf(ledger, row, key) !== "string" || !readDay(from)) return [];
  return [inRow(ledger, row, key, tell(say, "text", { header, from: from.trim() }), { subject: from })];
}

function otherwise({ ledger, key, header, position }: DateColumn, row: LedgerRow): readonly Finding[] {
  const from = textOf(ledger, row, key);
  const to = worded(comparisonForm(from)) ?? from;
  const fixes = row.marks?.[position]?.formula ? [] : [{ at: placeIn(ledger, row, key), from, to, safe: false }];
  return [inRow(ledger, row, key, tell(say, "marked", { header, from: from.trim(), to }), { subject: from, fixes })];
}

/** Offered is the one year that all others name; where they differ nobody can tell. */
function withoutYear({ ledger, key, header, position }: DateColumn, row: LedgerRow): readonly Finding[] {
  const from = textOf(ledger, row, key);
  const years = new Set(ledger.rows.map((other) => /(\d{4})年/u.exec(comparisonForm(textOf(ledger, other, key)))?.[1]).filter((year) => year !== undefined));
  const [year] = years;
  const offered = years.size === 1 && !row.marks?.[position]?.formula;
  const fixes = offered ? [{ at: placeIn(ledger, row, key), from, to: `${year ?? ""}年${monthInDigits(from.trim().replace(/^年/u, ""))}`, safe: false }] : [];
  return [inRow(ledger, row, key, tell(say, "yearless", { header, from: from.trim() }), { subject: from, fixes })];
}

const MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

function monthInDigits(text: string): string {
  return text.replace(/^(十[一二]?|[一二三四五六七八九])(?=月)/u, (word) => String(MONTHS.indexOf(word) + 1));
}

export const deadlineSpelling: LedgerRule = {
  scope: "ledger",
  id: "deadline/spelling",
  group: "text",
  severity: "info",
  title: { zh: "日期写法不一", en: "Dates spelled in several ways" },
  why: {
    zh: "“2025.12”在表格里会变成小数；与“2025年12月”混用也不便筛选。通篇用一种写法的台账不报。",
    en: "2025.12 turns into a decimal in a sheet, and does not filter with 2025年12月. Ledgers with one spelling are left alone.",
  },
  say,
  check({ ledger, profile }: CheckContext) {
    if (profile.style === "none") return [];
    return (["deadline", "reportDate"] as const).flatMap((key) => {
      const position = ledger.index.get(key);
      return position === undefined ? [] : oddIn({ ledger, key, position, header: ledger.columns[position]?.header ?? "" });
    });
  },
  examples: [
    { name: "写法一致", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }], reports: [] },
    { name: "通篇用点", given: [{ deadline: "2025.12" }, { deadline: "2026.6" }], reports: [] },
    { name: "一处用点", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }, { deadline: "2025.12" }], reports: [{ at: "3.deadline", says: "marked", to: "2025年12月", safe: false }] },
    { name: "一处用横线", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }, { deadline: "2025-06-30" }], reports: [{ at: "3.deadline", says: "marked", to: "2025年6月30日", safe: false }] },
    {
      name: "一处没有年份",
      given: [{ deadline: "2026年12月" }, { deadline: "2026年底" }, { deadline: "2026年6月" }, { deadline: "十二月底" }],
      reports: [{ at: "4.deadline", says: "yearless", to: "2026年12月底", safe: false }],
    },
    {
      name: "一处是文字",
      given: [1, 2, 3].map((day) => ({ reportDate: { value: 45_955 + day, mark: { date: true } } }) as const).concat([{ reportDate: "2025.10.14" } as never]),
      reports: [{ at: "4.reportDate", says: "text" }],
    },
  ],
};
