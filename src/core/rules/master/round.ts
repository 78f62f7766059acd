import { plainText } from "../../grid/grid";
import { comparisonForm } from "../../text/compare";
import { headerPlace } from "../finding";
import type { SheetLedger } from "../context";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  differs: {
    zh: "这份是“{own}”的，母版是“{master}”的，请确认是不是交错了一期",
    en: "This is of {own}, the master of {master}: was the wrong round returned?",
  },
} as const;

/** 2026年10月, 第三季度; a day only where the report is as of it. */
const ROUND = /(?:(\d{4})年)?(\d{1,2})月(?:份)?(?!\d{0,2}日|前|底|末)|(?:(\d{4})年)?第?([一二三四1-4])季度|(?:截至|截止|截止到|截至到)(?:(\d{4})年)?(\d{1,2})月(?:\d{1,2}日|底|末)/u;

/** Whether two titles name rounds that can't be one: other months, or other years where both name one. */
function areOther(own: string, issued: string): boolean {
  const [left, right] = [own, issued].map((text) => ROUND.exec(text) ?? []);
  const part = (found: readonly (string | undefined)[] | undefined, ...at: readonly number[]): string | undefined => at.map((index) => found?.[index]).find((value) => value !== undefined);
  const years = [part(left, 1, 3, 5), part(right, 1, 3, 5)];
  const months = [part(left, 2, 6), part(right, 2, 6)];
  const quarters = [part(left, 4), part(right, 4)];
  const differ = ([one, two]: readonly (string | undefined)[]): boolean => one !== undefined && two !== undefined && one !== two;
  return left?.[0] === undefined || right?.[0] === undefined ? own !== issued : differ(years) || differ(months) || differ(quarters);
}

/** The month or quarter that the title above the table names. */
function roundInTitle({ ledger, grid }: Pick<SheetLedger, "ledger" | "grid">): string | null {
  const titles = new Set(ledger.frame.filter(({ kind }) => kind === "title").map(({ gridRow }) => gridRow));
  const text = grid.rows.filter(({ row }) => titles.has(row)).map(({ values }) => values.map((value) => plainText(value)).join(" ")).join(" ");
  const found = ROUND.exec(comparisonForm(text));
  return found ? found[0] : null;
}

export const masterRound: AgainstRule = {
  scope: "master",
  id: "master/round",
  group: "structure",
  severity: "error",
  title: { zh: "期次不对", en: "Another round" },
  why: {
    zh: "交来的是上一期的表，合并会用旧内容覆盖新内容。",
    en: "The return of another round would put old answers over new ones.",
  },
  say,
  beyondValues: true,
  check({ ledger, grid, book, masterBook, masterGrid }, { ledger: master }) {
    const marked = (of: typeof book): string | null => of?.properties.get("taizhang.round") ?? null;
    const own = marked(book) ?? roundInTitle({ ledger, grid });
    const issued = marked(masterBook) ?? (masterGrid ? roundInTitle({ ledger: master, grid: masterGrid }) : null);
    if (own === null || issued === null || !areOther(own, issued) || (marked(book) === null) !== (marked(masterBook) === null)) return [];
    return [{ at: headerPlace(ledger), row: null, message: tell(say, "differs", { own, master: issued }) }];
  },
  examples: [
    { name: "同一期", given: [{}], against: [{}], book: { properties: new Map([["taizhang.round", "2026年11月"]]) }, againstBook: { properties: new Map([["taizhang.round", "2026年11月"]]) }, reports: [] },
    { name: "标题里的截止日期不同", given: [{}], against: [{}], book: { properties: new Map([["taizhang.round", "截至2026年9月30日"]]) }, againstBook: { properties: new Map([["taizhang.round", "截至2026年10月31日"]]) }, reports: [{ at: "0.serial", says: "differs" }] },
    { name: "上一期的表", given: [{}], against: [{}], book: { properties: new Map([["taizhang.round", "2026年10月"]]) }, againstBook: { properties: new Map([["taizhang.round", "2026年11月"]]) }, reports: [{ at: "0.serial", says: "differs" }] },
  ],
};
