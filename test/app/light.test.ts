import { unzipSync } from "fflate";
import { planLighting, yearInTitle } from "../../src/app/light";
import { understand } from "../../src/app/master";
import type { Grid } from "../../src/core/grid/grid";
import { planUndo } from "../../src/app/undo";
import { type Day, parseIsoDay } from "../../src/core/grid/day";
import { LIGHTS } from "../../src/core/lights/light";
import type { Batch } from "../../src/excel/port";
import { bookOf, masterIn, savedBytes, seedBytes } from "../support/aWorkshop";
import { gridOfText } from "../support/aGrid";
import { SOURCE } from "../support/realLedger";

const LEDGER = "工作台账.xlsx";
const ROUND = "样例轮次/总台账.xlsx";

function day(iso: string): Day {
  const found = parseIsoDay(iso);
  if (!found) throw new Error(iso);
  return found;
}

/** Lights the workbook and saves it. */
async function lit(bytes: Uint8Array, asOf = "2026-11-23"): Promise<Uint8Array> {
  const excel = bookOf(bytes);
  const master = await masterIn(excel);
  const plan = planLighting(master, { asOf: day(asOf), year: yearInTitle(master) });
  if (!plan.ok) throw new Error("not lit");
  return commit(bytes, plan.value.batch);
}

async function unlit(bytes: Uint8Array): Promise<Uint8Array> {
  const plan = planUndo(await masterIn(bookOf(bytes)), {});
  if (!plan.ok) throw new Error("not undone");
  return commit(bytes, plan.value.batch);
}

async function commit(bytes: Uint8Array, batch: Batch): Promise<Uint8Array> {
  const excel = bookOf(bytes);
  const receipt = await excel.commit(batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return savedBytes(excel);
}

/** The parts as texts, names of the workbook in the order of their own texts. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const sorted = (names: string): string => names.split("</definedName>").sort().join("</definedName>");
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name, new TextDecoder().decode(part).replace(/<definedName .*<\/definedName>/u, sorted),
  ]));
}

describe.each([LEDGER, ROUND])("%s", (name) => {
  test("lights taken away leave no trace: every part of the file is as it was, but for styles that nobody uses", async () => {
    const before = partsOf(seedBytes(name));
    const after = partsOf(await unlit(await lit(seedBytes(name))));
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const differing = Object.keys(before).filter((part) => before[part] !== after[part]);
    expect(differing.filter((part) => part !== "xl/styles.xml")).toEqual([]);
  });

  test("lit again is lit once, part for part", async () => {
    const once = await lit(seedBytes(name));
    const [first, again] = [partsOf(once), partsOf(await lit(once))];
    expect(Object.keys({ ...first, ...again }).filter((part) => first[part] !== again[part])).toEqual([]);
  });

  test("the sheet stands alone: no formula and no rule names another sheet or a name of the workbook", async () => {
    const parts = partsOf(await lit(seedBytes(name)));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    const formulas = [...sheet.matchAll(/<f>([^<]*)<\/f>|<formula>([^<]*)<\/formula>/gu)].map(([, cell, rule]) => cell ?? rule ?? "");
    expect(formulas.length).toBeGreaterThan(LIGHTS.length);
    for (const formula of formulas) {
      const bare = formula.replaceAll(/&quot;(?:(?!&quot;).)*&quot;|"[^"]*"/gu, "");
      expect(bare).not.toMatch(/!|\[/u);
      expect([...bare.matchAll(/[A-Za-z\u4e00-\u9fff_][\w.\u4e00-\u9fff]*/gu)].map(([word]) => word).filter((word) => !/^(?:[A-Z]{1,3}\d*|[A-Z]+|amp|lt|gt|E0)$/u.test(word))).toEqual([]);
    }
    expect([...sheet.matchAll(/<cfRule /gu)].length).toBe(8);
  });
});

/** Ledgers of other kinds, as they are made in other cities; nobody has reported anything. */
const OTHERS: Readonly<Record<string, string>> = {
  "民生实事": `2024年市政府为民办实事项目责任清单
序号\t项目名称\t建设内容及目标\t牵头单位\t责任单位\t完成时限\t进展情况\t是否完成
1\t老旧小区改造\t改造老旧小区 120 个，惠及居民 3 万户。\t市住建局\t各县（市、区）政府\t2024年12月底前
2\t学前教育\t新增公办学位 5000 个，9月1日前投用。\t市教育局\t市财政局\t2024.8.31
3\t养老服务\t每个街道建成 1 处综合养老服务中心。\t市民政局\t各区政府\t全年
4\t农村公路\t新改建农村公路 300 公里以上。\t市交通局\t各县政府\t45565
5\t便民市场\t上半年开工，年底前完成主体。\t市商务局\t市城管局\t长期坚持`,
  "审计整改": `审计发现问题整改台账
编号\t存在问题及整改要求\t整改措施\t主责单位\t配合单位\t整改时限\t完成情况\t\t备注
\t\t\t\t\t\t整改情况\t销号时间
1\t专项资金滞留 1200 万元，限 3 个月内拨付。\t制定拨付计划。\t市财政局\t市审计局\t2023年6月30日
2\t台账不健全。\t立行立改。\t市水利局\t\t立行立改
3\t项目进度缓慢，2024年底完成率不足 60%。\t倒排工期。\t市住建局\t\t2024-12-31
4\t制度缺失。\t出台管理办法，并长期坚持。\t市人社局\t\t2023年上半年
5\t超标准列支。\t退回资金 35.6 万元。\t市文旅局\t\t20230930`,
  "高质量发展": `省高质量发展三年行动计划任务分解
序号\t重点任务\t年度目标任务\t牵头单位\t配合单位\t目标值\t完成值\t状态
1\t工业倍增\t2023—2025年，规上工业增加值年均增长 8% 以上，到 2025 年达到 5000 亿元。\t省工信厅\t各市人民政府\t5000
2\t科技创新\t到“十四五”末，研发经费投入强度达到 2.6% 左右，高新技术企业超过 2 万家。\t省科技厅\t省发改委
3\t降本增效\t2024年底前，社会物流总费用占比降至 13.5% 以下。\t省发改委\t省交通厅
4\t绿色低碳\t力争三年内淘汰落后产能 300 万吨，其中 2023 年不少于 100 万吨。\t省生态环境厅\t省工信厅
5\t营商环境\t每季度开展一次评价，每年 1 月底前通报。\t省政务局\t省直有关部门`,
  "督查": `市委市政府重点工作督查台账
序号\t事项\t主要内容\t牵头部门\t责任领导\t办理时限\t办理情况\t办结日期
1\t招商引资\t一季度签约项目 20 个以上，全年到位资金 200 亿元。\t市投促局\t张某\t2025年3月31日、12月31日
2\t安全生产\t每月25日前报送排查情况。\t市应急局\t李某\t每月25日前
3\t防汛备汛\t5月底前完成清淤 80 公里。\t市水务局\t王某\t5月底前
4\t信访化解\t化解积案 90% 以上。\t市信访局\t赵某\t持续推进
5\t专班运行\t收到后5个工作日内反馈。\t市政府办\t钱某\t即知即改`,
};

const GRIDS: readonly (readonly [name: string, grid: Grid])[] = [["设备更新", SOURCE], ...Object.entries(OTHERS).map(([name, text]) => [name, gridOfText(text, "台账")] as const)];

describe.each(GRIDS)("%s, nothing reported", (_, grid) => {
  test.each(["2023-01-01", "2024-02-29", "2025-06-30", "2025-12-31", "2026-11-23", "2031-01-01"])("no row is overdue on %s", (asOf) => {
    const master = understand([grid]);
    if (!master.ok) throw new Error(JSON.stringify(master.error));
    const plan = planLighting(master.value, { asOf: day(asOf), year: yearInTitle(master.value) });
    if (!plan.ok) throw new Error("not lit");
    expect(plan.value.rows.length).toBeGreaterThanOrEqual(5);
    for (const light of ["overdue", "behind", "undecided", "done"] as const) expect(plan.value.counts[light]).toBe(0);
    for (const { targets } of plan.value.rows.map(({ judgement }) => judgement)) expect(targets.map(({ light }) => light)).not.toContain("overdue");
    if (asOf === "2031-01-01") expect(plan.value.counts.unverified).toBeGreaterThan(0);
  });
});
