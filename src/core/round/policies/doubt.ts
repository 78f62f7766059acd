/** Why a policy can't tell what a cell should hold; a person is asked and told why. */

export type DoubtKind = "notANumber" | "saidTwice" | "measures" | "scaleUnknown" | "periods" | "rates" | "unknownStatus" | "noLead" | "zeroPart" | "tooLong";

export interface Doubt {
  readonly kind: DoubtKind;
  readonly params: Readonly<Record<string, string | number>>;
}

type Wording = (params: Doubt["params"]) => string;

const WORDS: Readonly<Record<DoubtKind, readonly [zh: Wording, en: Wording]>> = {
  notANumber: [(p) => `${p["unit"]}填的“${p["value"]}”不是一个数`, (p) => `“${p["value"]}” of ${p["unit"]} is no number`],
  saidTwice: [(p) => `${p["unit"]}有两个不同的值`, (p) => `${p["unit"]} gives two different values`],
  measures: [(p) => `计量单位不同，不能合计：${p["list"]}`, (p) => `Different measure words can't be joined: ${p["list"]}`],
  scaleUnknown: [(p) => `${p["unit"]}填的“${p["value"]}”没有写明是“${p["measure"]}”还是别的单位`, (p) => `${p["unit"]} does not say whether “${p["value"]}” counts in ${p["measure"]}`],
  periods: [(p) => `累计数与当月数不能合计：${p["list"]}`, (p) => `Totals and figures of one month can't be joined: ${p["list"]}`],
  rates: [(p) => `${p["unit"]}填的是百分比，不能相加`, (p) => `${p["unit"]} gives a percentage; percentages don't add up`],
  unknownStatus: [(p) => `${p["unit"]}填的状态“${p["value"]}”不在常用说法之内`, (p) => `The status “${p["value"]}” of ${p["unit"]} is not a known wording`],
  noLead: [() => "牵头单位没有填报", () => "No lead unit has reported"],
  zeroPart: [(p) => `${p["unit"]}沿用上月，但上月该单位的数没有单独记录`, (p) => `${p["unit"]} keeps last month's figure, which is not known apart`],
  tooLong: [(p) => `各单位内容合写共 ${p["length"]} 字，超过单元格上限 32767 字`, (p) => `The units' texts have ${p["length"]} characters together, more than a cell's 32,767`],
};

/** What the doubt says. */
export function sayDoubt({ kind, params }: Doubt, language: "zh" | "en" = "zh"): string {
  return WORDS[kind][language === "zh" ? 0 : 1](params);
}
