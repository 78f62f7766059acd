/** One of each of the mistakes that returned ledgers are known for, planted into the real ledger: said once, at its cell, with its action. */
import type { CellValue, Grid } from "../../../src/core/grid/grid";
import type { CheckGiven } from "../../../src/core/rules/context";
import type { Book } from "../../../src/core/rules/book";
import { ledgerOf } from "../../support/aLedger";
import { actionOf, checked, plant, type Planted, plantedAt, replaced, told } from "../../support/planted";
import { CLEAN, COLUMNS, SOURCE } from "../../support/realLedger";

/** The row of the sheet that holds a serial. */
function rowOf(serial: number): number {
  return CLEAN.rows.find(({ values }) => values[0] === serial)?.row ?? -1;
}

/** A deadline among others that are written in one way. */
function dated(value: string): readonly [readonly Planted[]] {
  return [[{ at: 13, key: "deadline", value }, ...[14, 24, 31, 32].map((at) => ({ at, key: "deadline" as const, value: "2027年6月30日" }))]];
}

const USUAL = checked(CLEAN).map(told);

test("the sound ledger has its class phrases, and nothing else", () => {
  expect(checked(CLEAN).map(({ rule }) => rule).sort()).toEqual(["units/open-list"]);
});

const CUT = `${"推进重点项目建设".repeat(32)}推进重点项目建`;

describe.each<readonly [string, readonly Planted[], string, string]>([
  // mistake, where and what, rule, action
  ["1 stray blank between units", [{ at: 3, key: "leadUnits", value: replaced("、", "、 ") }], "units/stray-space", "auto"],
  ["2 comma between units", [{ at: 3, key: "leadUnits", value: replaced("、", "，") }], "units/separator", "offer"],
  ["2 slash between units", [{ at: 3, key: "leadUnits", value: replaced("、", "/") }], "units/separator", "offer"],
  ["2 blank between units", [{ at: 3, key: "leadUnits", value: replaced("、", " ") }], "units/blank-separator", "ask"],
  ["3 alias", [{ at: 27, key: "leadUnits", value: replaced("市应急管理局", "市应急局") }], "units/alias", "offer"],
  ["3 alias by abbreviation", [{ at: 31, key: "responsibleUnits", value: "市发改委" }], "units/alias", "offer"],
  ["4 former name", [{ at: 31, key: "responsibleUnits", value: "市卫计委" }], "units/former-name", "ask"],
  ["6 mistyped unit", [{ at: 13, key: "leadUnits", value: "市住房诚乡建设局" }], "units/slip", "ask"],
  ["7 level left out", [{ at: 32, key: "leadUnits", value: "商务局" }], "units/level-missing", "offer"],
  ["8 part of a unit", [{ at: 31, key: "responsibleUnits", value: "市发改委环资处" }], "units/part", "ask"],
  ["9 lead also responsible", [{ at: 31, key: "responsibleUnits", value: "市商务局、市发展改革委" }], "units/lead-also-responsible", "offer"],
  ["10 unit twice", [{ at: 29, key: "responsibleUnits", value: "市财政局、市公安局、市财政局" }], "units/repeated", "auto"],
  ["11 serial with a dot", [{ at: 7, key: "serial", value: "7." }], "serial/spelling", "auto"],
  ["11 serial full-width", [{ at: 7, key: "serial", value: "７" }], "serial/spelling", "auto"],
  ["11 serial as text", [{ at: 7, key: "serial", value: "7" }], "serial/spelling", "auto"],
  ["11 serial in a circle", [{ at: 7, key: "serial", value: "⑦" }], "serial/spelling", "auto"],
  ["13 serial used twice", [{ at: 30, key: "serial", value: 29 }], "serial/duplicate", "error"],
  ["16 mark of a chapter", [], "heading/mark", "offer"],
  ["23 prose in the column of units", [{ at: 13, key: "responsibleUnits", value: "已完成摸底，正在推进项目建设，预计年底前完工。" }], "units/prose", "error"],
  ["12 serial turned into a date", [{ at: 7, key: "serial", value: 45_658, mark: { date: true } }], "serial/date", "error"],
  ["12 serial turned into a date that lost its format", [{ at: 7, key: "serial", value: 45_658 }], "serial/date", "error"],
  ["23 status in the column of values", [{ at: 13, key: "status", value: null }, { at: 13, key: "reportedValue", value: "进行中" }], "rows/shifted", "error"],
  ["23 unit in the column of progress", [{ at: 13, key: "progress", value: "市商务局" }], "rows/shifted", "error"],
  ["29 cut text", [{ at: 13, key: "problems", value: CUT.slice(0, 255) }], "text/cut-off", "error"],
  ["30 layout in a cell of units", [{ at: 3, key: "leadUnits", value: replaced("、", "\n　　") }], "units/separator", "auto"],
  ["30 layout in a text", [{ at: 13, key: "problems", value: "审批手续较多，影响\n　　项目进度。" }], "text/hand-layout", "offer"],
  ["31 no-break blank", [{ at: 13, key: "leadUnits", value: "市住房\u00a0城乡建设局" }], "text/odd-blank", "auto"],
  ["31 zero-width blank", [{ at: 13, key: "leadUnits", value: "市住房\u200b城乡建设局" }], "text/invisible", "auto"],
  ["31 blank at the end", [{ at: 13, key: "status", value: "进行中 " }], "text/blank-ends", "auto"],
  ["32 full-width digits", [{ at: 2, key: "content", value: replaced("70% 以上", "７０％ 以上") }], "text/full-width-digits", "auto"],
  ["33 percentage as a number", [{ at: 13, key: "note", value: 0.7, mark: { percent: true } }], "cell/percent-number", "offer"],
  ["34 rate without percent", [{ at: 13, key: "problems", value: "目前覆盖率达到70，仍需努力。" }], "text/rate-without-percent", "ask"],
  ["35 range without its first percent", [{ at: 13, key: "problems", value: "缺口约5~95%，正在测算。" }], "text/percent-range", "offer"],
  ["36 full-width thousands", [{ at: 13, key: "problems", value: "资金缺口1，200万元。" }], "text/number-marks", "offer"],
  ["36 thousands by blank", [{ at: 13, key: "reportedValue", value: "1 200" }], "value/number-as-text", "offer"],
  ["37 magnitude", [{ at: 13, key: "targetValue", value: 30 }, { at: 13, key: "reportedValue", value: 320_000 }], "value/magnitude", "ask"],
  ["38 less by one time", [{ at: 13, key: "problems", value: "能耗下降一倍的难度较大。" }], "text/decrease-by-times", "note"],
  ["39 two-digit year", [{ at: 13, key: "deadline", value: "26年底" }], "text/two-digit-year", "offer"],
  ["39 date without its format", [{ at: 13, key: "reportDate", value: 46_309 }], "deadline/lost-format", "offer"],
  ["39 dots", ...dated("2025.12"), "deadline/spelling", "offer"],
  ["39 dashes", ...dated("2026-12-31"), "deadline/spelling", "offer"],
  ["39 a month without its year", ...dated("十二月底"), "deadline/spelling", "offer"],
  ["40 impossible date", [{ at: 13, key: "deadline", value: "2026年9月31日" }], "deadline/impossible", "error"],
  ["42 vague deadline", [{ at: 13, key: "deadline", value: "长期坚持" }], "deadline/vague", "note"],
  ["44 status in other words", [{ at: 13, key: "status", value: "推进中" }], "status/synonym", "offer"],
  ["44 status in free words", [{ at: 13, key: "status", value: "完成95%" }], "status/unknown", "offer"],
  ["45 status against the text", [{ at: 13, key: "status", value: "已完成" }, { at: 13, key: "progress", value: "正在组织招标。" }], "status/against-text", "ask"],
  ["46 done below the target", [{ at: 37, key: "status", value: "已完成" }, { at: 37, key: "reportedValue", value: 320 }], "status/done-below-target", "error"],
  ["47 empty phrase", [{ at: 13, key: "progress", value: "正在积极推进中。" }], "text/empty-phrase", "note"],
  ["49 one paragraph in five rows", [13, 14, 17, 23, 24].map((at) => ({ at, key: "progress", value: "已组织召开专题会议三次，研究部署重点工作，印发任务清单。" })), "rows/same-content", "note"],
  ["51 ditto", [{ at: 13, key: "progress", value: "同上" }], "text/ditto", "error"],
  ["51 see attachment", [{ at: 13, key: "progress", value: "见附件" }], "text/see-attachment", "ask"],
  ["53 error value", [{ at: 13, key: "reportedValue", value: "#REF!", mark: { formula: true, error: true } }], "cell/error", "error"],
  ["52 no answer", [{ at: 13, key: "progress", value: null }], "rows/unanswered", "ask"],
  ["53 formula of a figure", [{ at: 13, key: "reportedValue", value: 5, mark: { formula: true } }], "cell/formula", "ask"],
  ["53 formula in place of words", [{ at: 13, key: "progress", value: (before) => before, mark: { formula: true } }], "cell/formula-text", "error"],
  ["54 half-width punctuation", [{ at: 15, key: "content", value: replaced("，积极推动", ";积极推动") }], "text/half-width-marks", "offer"],
  ["55 mark between quotes", [{ at: 13, key: "problems", value: "实施“千项技改”、“千企转型”工程有难度。" }], "text/quote-joint", "offer"],
  ["56 straight quotes", [{ at: 41, key: "content", value: replaced("“三品”", "\"三品\"") }], "text/straight-quotes", "offer"],
  ["56 unpaired quote", [{ at: 41, key: "content", value: replaced("“三品”", "“三品") }], "text/unpaired", "ask"],
  ["57 document number", [{ at: 13, key: "problems", value: "鲁政发[2024]3号文件尚待细化。" }], "text/document-number", "offer"],
  ["58 bracket of another width", [{ at: 6, key: "content", value: replaced("（功能区）", "（功能区)") }], "text/mixed-brackets", "offer"],
  ["59 spacing of digits", [{ at: 6, key: "content", value: replaced("到 2027 年", "到2027年") }], "text/digit-spacing", "auto"],
  ["60 blank in a name", [{ at: 13, key: "contact", value: "张 三" }], "contact/name", "offer"],
  ["60 numerals in a phone number", [{ at: 13, key: "contact", value: "张三 13八00000000" }], "contact/phone", "offer"],
  ["60 two people", [{ at: 13, key: "contact", value: "张三 13800000000、李四 13900000000" }], "contact/several", "note"],
  ["60 a phone number among the words", [{ at: 13, key: "note", value: "联系张三 13800000000" }], "contact/personal", "note"],
  ["60 phone too short", [{ at: 13, key: "contact", value: "张三 1380000000" }], "contact/phone", "ask"],
  ["61 note", [{ at: 13, key: "progress", value: (before) => before, note: "请改为 2026" }], "cell/note", "ask"],
  ["62 words struck through", [{ at: 13, key: "problems", value: "手续较多。", mark: { struck: true } }], "cell/marked", "ask"],
  ["69 variant", [{ at: 13, key: "problems", value: "台帐更新不及时。" }], "text/unusual-words", "offer"],
  ["70 garbled", [{ at: 13, key: "problems", value: "锟斤拷锟斤拷" }], "text/encoding", "error"],
  ["look-alike character", [{ at: 1, key: "leadUnits", value: "市⼯业和信息化局" }], "text/look-alike", "offer"],
  ["year mistyped", [{ at: 9, key: "content", value: replaced("2025 年", "1619 年") }], "text/implausible-year", "ask"],
])("%s", (_, planted, rule, action) => {
  const chapter = SOURCE.rows.find(({ values }) => values[0] === "三、实施多维度以旧换新行动")?.row ?? -1;
  const grid = planted.length > 0 ? plant(CLEAN, planted) : { ...CLEAN, rows: CLEAN.rows.map((row) => (row.row === chapter ? { ...row, values: ["三，实施多维度以旧换新行动"] } : row)) };
  const fresh = checked(grid).filter((issue) => !USUAL.includes(told(issue)));

  test("is said once, at its cell, with its action", () => {
    expect(fresh.map((issue) => [issue.rule, actionOf(issue)])).toEqual([[rule, action]]);
    const row = planted[0] ? plantedAt(CLEAN, planted[0]).row : chapter;
    expect(fresh[0]?.places.map(({ row: at }) => at)).toContain(row);
  });
});

describe("of a sheet", () => {
  const without = (serial: number): Grid => ({ ...CLEAN, rows: CLEAN.rows.filter(({ row }) => row !== rowOf(serial)) });
  const rules = (grid: Grid, more: Partial<CheckGiven> = {}) => checked(grid, more).map(({ rule }) => rule).filter((rule) => rule !== "contact/personal" && rule !== "units/open-list");

  test("13 a missing row is asked about", () => {
    expect(rules(without(27))).toEqual(["serial/gap"]);
  });

  test("15 a section numbered in digits is offered its numeral", () => {
    const grid = { ...CLEAN, rows: CLEAN.rows.map((row) => (row.values[0] === "(二十一) 健全产业标准体系" ? { ...row, values: ["(21) 健全产业标准体系"] } : row)) };
    expect(rules(grid)).toEqual(["heading/arabic-number"]);
  });

  test("18 a merged answer over two tasks is asked about", () => {
    const top = rowOf(13);
    const col = COLUMNS.indexOf("progress");
    expect(rules({ ...CLEAN, spans: [{ top, bottom: top + 1, left: col, right: col }] })).toEqual(["rows/span-across-tasks"]);
  });

  test("63 hidden rows are told", () => {
    expect(rules({ ...CLEAN, rows: CLEAN.rows.map((row) => ({ ...row, hidden: row.row === rowOf(13) })) })).toEqual(["rows/hidden"]);
  });

  const master = ledgerOf(CLEAN);

  test.each<readonly [string, readonly Planted[], readonly string[]]>([
    ["24 a lowered target", [{ at: 3, key: "content", value: replaced("350 家", "300 家") }], ["master/figure-changed"]],
    ["24 changed words", [{ at: 3, key: "content", value: replaced("积极推广", "持续推广") }], ["master/text-changed"]],
    ["25 beautified text", [{ at: 30, key: "content", value: replaced("10 场以上，其中", "10 场以上,其中") }], ["master/spelling"]],
    ["41 a later deadline", [{ at: 13, key: "deadline", value: "2027年6月" }], ["master/deadline-changed"]],
    ["nothing at all", [], []],
  ])("%s is told against the master", (_, planted, expected) => {
    const issued = ledgerOf(plant(CLEAN, [{ at: 13, key: "deadline", value: "2026年12月" }]));
    const base = plant(CLEAN, [{ at: 13, key: "deadline", value: "2026年12月" }]);
    expect(rules(plant(base, planted), { master: issued }).filter((rule) => !rule.startsWith("master/row"))).toEqual(expected);
  });

  test("20, 21, 27 columns and rows that the master lacks", () => {
    const extra = { ...CLEAN, rows: CLEAN.rows.map((row) => ({ ...row, values: row.values[0] === "序号" ? [...row.values, "完成百分比"] : row.values })) };
    expect(rules(extra, { master })).toContain("master/columns");
    const added = plant(CLEAN, [{ at: 60, key: "task", value: "组织进社区活动" }, { at: 60, key: "content", value: "开展惠民消费活动四场。" }]);
    expect(rules(added, { master })).toContain("master/row-added");
  });

  test("48, 50 what the round before tells", () => {
    const now = plant(CLEAN, [{ at: 13, key: "progress", value: "已更新锅炉四台，改造换热站三座。" }, { at: 13, key: "reportedValue", value: 1 }]);
    expect(rules(now, { last: master }).filter((rule) => rule.startsWith("last/"))).toHaveLength(68);
    expect(checked(now, { last: master }).filter(({ rule, row }) => rule === "last/value-fell" && row === "13")).toHaveLength(1);
  });

  test("17 a header inside the table is told, not deleted", () => {
    const header = CLEAN.rows.find(({ values }) => values[0] === "序号");
    const at = rowOf(13) + 0.5;
    const grid = { ...CLEAN, rows: [...CLEAN.rows.filter(({ values }) => values[0] !== "序号" || values === header?.values), { row: at, values: header?.values ?? [], marks: null, hidden: false }].sort((left, right) => left.row - right.row).map((row, index) => ({ ...row, row: index })) };
    expect(rules(grid)).toEqual(["rows/header-inside"]);
    expect(ledgerOf(grid).ledger.rows).toHaveLength(68);
  });

  test("19 a label whose merged cell was parted lends its year all the same", () => {
    const [first, , , , , third] = master.ledger.rows.filter(({ kind }) => kind === "goal").map(({ gridRow }) => gridRow);
    const spans = [{ top: first ?? 0, bottom: (first ?? 0) + 4, left: 0, right: 0 }];
    expect(third).toBeDefined();
    expect(rules({ ...CLEAN, spans })).toEqual(["rows/label-unmerged"]);
  });

  /** The sample answers all rows in the name of one unit, which is another mistake. */
  const shape = (grid: Grid) => rules(grid, { master }).filter((rule) => rule !== "master/row-of-others");

  test("22 a renamed and a moved column", () => {
    const renamed = { ...CLEAN, rows: CLEAN.rows.map((row) => ({ ...row, values: row.values.map((value) => (value === "责任单位" ? "责任部门" : value)) })) };
    expect(shape(renamed)).toEqual(["master/columns-renamed"]);
    const swapped = { ...CLEAN, rows: CLEAN.rows.map((row) => ({ ...row, values: row.values.map((value, col, all) => (col === 9 ? (all[10] ?? null) : col === 10 ? (all[9] ?? null) : value)) })) };
    expect(shape(swapped)).toEqual(["master/columns-moved"]);
  });

  test("26 a row that is missing in a whole ledger", () => {
    expect(shape(without(27))).toEqual(["master/rows-missing"]);
  });

  const book = (more: Partial<Book>): Book => ({ file: null, grids: [], properties: new Map(), remarks: [], form: null, ...more });
  const sheet2 = (lines: readonly (readonly CellValue[])[]): Grid => ({ ...CLEAN, sheet: "Sheet2", rows: lines.map((values, row) => ({ row, values, marks: null, hidden: false })), spans: [], notes: [] });

  test.each<readonly [string, Partial<CheckGiven>, readonly string[]]>([
    ["64 answers on a second sheet", { book: book({ grids: [CLEAN, sheet2([["第十三项已完成招标，正在施工。"]])] }) }, ["book/other-sheet"]],
    ["64 a pasted picture", { book: book({ remarks: [{ id: "file/pictures", params: { count: 1 } }] }) }, ["book/not-read"]],
    ["64 an embedded document", { book: book({ remarks: [{ id: "file/embeddings", params: { count: 1 } }] }) }, ["book/not-read"]],
    ["65 another round", { book: book({ properties: new Map([["taizhang.round", "10月"]]) }), master: { ...master, book: book({ properties: new Map([["taizhang.round", "11月"]]) }) } }, ["master/round"]],
    ["66 a second copy", { book: book({ file: "市商务局(1).xlsx" }) }, ["book/file-name"]],
    ["53 links to other files", { book: book({ remarks: [{ id: "file/externalLinks", params: { count: 2 } }] }) }, ["book/external-links"]],
  ])("%s is told", (_, given, expected) => {
    expect(rules(CLEAN, given).filter((rule) => rule !== "master/row-of-others")).toEqual(expected);
  });
});
