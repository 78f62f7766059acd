/** The known mistakes of returned ledgers in other words, other cells and other ledgers: each is said once, at its cell, with its action. */
import type { CellValue, Grid, GridRow } from "../../../src/core/grid/grid";
import type { Book } from "../../../src/core/rules/book";
import type { CheckGiven, SheetLedger } from "../../../src/core/rules/context";
import { ledgerOf } from "../../support/aLedger";
import { type CleanLedger, cleanLedger } from "../../support/cleanLedgers";
import { actionOf, checked, plant, type Planted, plantedAt, replaced, told } from "../../support/planted";

const usual = new Map<CleanLedger, readonly string[]>();

function usuallyTold(name: CleanLedger, grid: Grid): readonly string[] {
  const known = usual.get(name) ?? checked(grid).map(told);
  usual.set(name, known);
  return known;
}

/** 254 and 1,023 characters of a report that was cut off. */
const REPORT = "1月以来组织专题调度会，逐项核对工程量清单，推进立项、招标、施工、监理各环节衔接，";
const cutAt = (length: number): string => REPORT.repeat(40).slice(0, length);

describe.each<readonly [string, CleanLedger, readonly Planted[], string, string]>([
  // mistake, ledger, where and what, rule, action
  ["1 blank before the separator", "district", [{ at: 6, key: "responsibleUnits", value: "区总工会 、团区委、区妇联" }], "units/stray-space", "auto"],
  ["1 blanks on both sides", "energy", [{ at: 4, key: "responsibleUnits", value: "市工业和信息化局 、 市交通运输局" }], "units/stray-space", "auto"],
  ["2 half-width comma", "air", [{ at: 3, key: "responsibleUnits", value: replaced("、", ",") }], "units/separator", "offer"],
  ["2 semicolon", "county", [{ at: 10, key: "responsibleUnits", value: "团县委；县总工会；县妇联" }], "units/separator", "offer"],
  ["2 two blanks between names", "digital", [{ at: 1, key: "responsibleUnits", value: "市公安局  市自然资源和规划局" }], "units/blank-separator", "ask"],
  ["3 short for 卫生健康", "digital", [{ at: 14, key: "responsibleUnits", value: "市公安局、市卫健委" }], "units/alias", "offer"],
  ["3 short form of a unit that stands elsewhere", "air", [{ at: 13, key: "leadUnits", value: "市住建局" }], "units/alias", "offer"],
  ["3 without 和", "energy", [{ at: 13, key: "leadUnits", value: "市工业信息化局" }], "units/alias", "offer"],
  ["4 environment protection", "air", [{ at: 7, key: "leadUnits", value: "市环保局" }], "units/former-name", "ask"],
  ["4 work safety in a district", "district", [{ at: 13, key: "leadUnits", value: "区安监局" }], "units/former-name", "ask"],
  ["6 homophone", "air", [{ at: 10, key: "responsibleUnits", value: "市交通运输局、市商物局" }], "units/slip", "ask"],
  ["6 look-alike character", "county", [{ at: 4, key: "leadUnits", value: "县交通远输局" }], "units/slip", "ask"],
  ["7 level left out in a list", "district", [{ at: 6, key: "responsibleUnits", value: "总工会、团区委、区妇联" }], "units/level-missing", "offer"],
  ["7 level left out", "county", [{ at: 7, key: "leadUnits", value: "教育局" }], "units/level-missing", "offer"],
  ["8 division", "air", [{ at: 9, key: "leadUnits", value: "市生态环境局大气科" }], "units/part", "ask"],
  ["8 division by short name", "energy", [{ at: 14, key: "leadUnits", value: "市工信局原材料科" }], "units/part", "ask"],
  ["9 lead also responsible", "digital", [{ at: 11, key: "responsibleUnits", value: "市商务局、市农业农村局、市委网信办" }], "units/lead-also-responsible", "offer"],
  ["9 the only responsible one is the lead", "county", [{ at: 6, key: "responsibleUnits", value: "县住房城乡建设局" }], "units/lead-also-responsible", "offer"],
  ["10 twice side by side", "district", [{ at: 13, key: "responsibleUnits", value: "区消防救援大队、区消防救援大队、各街道办事处" }], "units/repeated", "auto"],
  ["10 twice in lead", "county", [{ at: 14, key: "leadUnits", value: "县委农办、县委农办" }], "units/repeated", "auto"],
  ["11 with an enumeration comma", "air", [{ at: 9, key: "serial", value: "9、" }], "serial/spelling", "auto"],
  ["11 full-width with a stop", "district", [{ at: 12, key: "serial", value: "１２．" }], "serial/spelling", "auto"],
  ["11 in brackets", "energy", [{ at: 6, key: "serial", value: "（6）" }], "serial/spelling", "auto"],
  ["12 3-1 that became a day", "digital", [{ at: 3, key: "serial", value: 46_082, mark: { date: true } }], "serial/date", "error"],
  ["12 2-3 that became a day of another year", "county", [{ at: 5, key: "serial", value: 45_325, mark: { date: true } }], "serial/date", "error"],
  ["13 skipped", "county", [{ at: 14, key: "serial", value: 15 }], "serial/gap", "ask"],
  ["13 used twice", "air", [{ at: 12, key: "serial", value: 11 }], "serial/duplicate", "error"],
  ["15 jump of a section", "air", [{ at: "（六）移动源", value: "（七）移动源" }], "heading/numbering", "ask"],
  ["15 (5) for (五)", "energy", [{ at: "(五) 公路", value: "(5) 公路铁路" }], "heading/arabic-number", "offer"],
  ["15 number used twice", "county", [{ at: "（三）公共服务", value: "（二）公共服务" }], "heading/numbering", "ask"],
  ["16 stop behind a chapter's number", "district", [{ at: "三、教育卫生", value: "三.教育卫生" }], "heading/mark", "offer"],
  ["16 mark behind a bracket", "air", [{ at: "（五）清洁取暖", value: "（五）、清洁取暖" }], "heading/mark", "offer"],
  ["16 full-width stop", "energy", [{ at: "三、交通和水利", value: "三．交通和水利" }], "heading/mark", "offer"],
  ["23 progress among the units", "air", [{ at: 11, key: "responsibleUnits", value: "已建成公共充电桩2016个，换电站4座；正在推进第三批建设。" }], "units/prose", "error"],
  ["23 progress in the column of statuses", "digital", [{ at: 5, key: "progress", value: null }, { at: 5, key: "status", value: "63个政府网站全部支持IPv6，城域网IPv6流量占比68.9%。" }], "rows/shifted", "error"],
  ["23 a day in the column of units", "energy", [{ at: 7, key: "responsibleUnits", value: "2026年12月" }], "rows/shifted", "error"],
  ["23 status among the progress", "air", [{ at: 3, key: "status", value: null }, { at: 3, key: "progress", value: "进行中" }], "rows/shifted", "error"],
  ["29 cut at 255", "county", [{ at: 3, key: "progress", value: cutAt(255) }], "text/cut-off", "error"],
  ["29 cut at 1024", "digital", [{ at: 9, key: "progress", value: cutAt(1024) }], "text/cut-off", "error"],
  ["29 cut at 911", "air", [{ at: 5, key: "progress", value: cutAt(911) }], "text/cut-off", "error"],
  ["30 line break between units", "district", [{ at: 1, key: "responsibleUnits", value: "区财政局\n各街道办事处" }], "units/separator", "auto"],
  ["30 words pushed to a second line", "energy", [{ at: 6, key: "progress", value: replaced("配变 288 台，", "配变 288 台，\n      ") }], "text/hand-layout", "offer"],
  ["31 no-break blanks around a name", "county", [{ at: 8, key: "leadUnits", value: "\u00a0县卫生健康局" }], "text/blank-ends", "auto"],
  ["31 ideographic blank in a name", "air", [{ at: 4, key: "leadUnits", value: "市工业和\u3000信息化局" }], "text/odd-blank", "auto"],
  ["31 byte order mark", "district", [{ at: 9, key: "progress", value: (before) => `\ufeff${String(before)}` }], "text/invisible", "auto"],
  ["32 full-width figure", "county", [{ at: 9, key: "content", value: replaced("26个", "２６个") }], "text/full-width-digits", "auto"],
  ["32 full-width percent", "digital", [{ at: 2, key: "progress", value: replaced("98.4%", "98.4％") }], "text/full-width-digits", "auto"],
  ["33 share as a number", "county", [{ at: 2, key: "progress", value: 0.814, mark: { percent: true } }], "cell/percent-number", "offer"],
  ["33 whole percentage", "digital", [{ at: 3, key: "nextSteps", value: 1, mark: { percent: true } }], "cell/percent-number", "offer"],
  ["34 rate at the end", "county", [{ at: 5, key: "progress", value: replaced("94.6%", "94.6") }], "text/rate-without-percent", "ask"],
  ["34 share", "district", [{ at: 3, key: "progress", value: replaced("签约率96.3%", "签约率为96.3") }], "text/rate-without-percent", "ask"],
  ["35 range with a dash", "air", [{ at: 15, key: "progress", value: replaced("93.5%", "93-95%") }], "text/percent-range", "offer"],
  ["35 range with 至", "district", [{ at: 10, key: "progress", value: replaced("80.5%", "80～82%") }], "text/percent-range", "offer"],
  ["36 full-width point", "county", [{ at: 3, key: "content", value: replaced("2.3万亩", "2．3万亩") }], "text/number-marks", "offer"],
  ["36 thousands by a blank in a text", "air", [{ at: 10, key: "content", value: replaced("1500 辆", "1 500 辆") }], "text/number-marks", "offer"],
  ["36 thousands by a comma in a figure", "energy", [{ at: 6, key: "reportedValue", value: "1,377" }], "value/number-as-text", "offer"],
  ["37 ten thousand times", "air", [{ at: 11, key: "reportedValue", value: 20_160_000 }], "value/magnitude", "ask"],
  ["37 a ten-thousandth", "energy", [{ at: 7, key: "reportedValue", value: 0.2654 }], "value/magnitude", "ask"],
  ["38 two times less", "county", [{ at: 13, key: "problems", value: "警力缩减了2倍。" }], "text/decrease-by-times", "note"],
  ["38 several times less", "air", [{ at: 14, key: "progress", value: "平均降尘量较上年减少3倍。" }], "text/decrease-by-times", "note"],
  ["39 dots", "county", [{ at: 5, key: "deadline", value: "2026.12" }], "deadline/spelling", "offer"],
  ["39 slashes", "air", [{ at: 5, key: "deadline", value: "2026/10/31" }], "deadline/spelling", "offer"],
  ["39 two-digit year", "digital", [{ at: 5, key: "deadline", value: "26年12月底" }], "text/two-digit-year", "offer"],
  ["39 day number", "district", [{ at: 5, key: "deadline", value: 46_326 }], "deadline/lost-format", "offer"],
  ["39 month of no year", "county", [{ at: 12, key: "deadline", value: "12月" }], "deadline/spelling", "offer"],
  ["40 29 February of a common year", "air", [{ at: 6, key: "deadline", value: "2026年2月29日" }], "deadline/impossible", "error"],
  ["40 thirteenth month", "county", [{ at: 6, key: "deadline", value: "2026年13月" }], "deadline/impossible", "error"],
  ["40 31 June in a text", "digital", [{ at: 12, key: "nextSteps", value: "6月31日前完成安装。" }], "text/impossible-date", "error"],
  ["42 持续推进", "district", [{ at: 13, key: "deadline", value: "持续推进" }], "deadline/vague", "note"],
  ["42 立行立改", "county", [{ at: 14, key: "deadline", value: "立行立改" }], "deadline/vague", "note"],
  ["42 按时序推进", "digital", [{ at: 13, key: "deadline", value: "按时序推进" }], "deadline/vague", "note"],
  ["44 基本完成", "air", [{ at: 8, key: "status", value: "基本完成" }], "status/synonym", "offer"],
  ["44 已办结", "energy", [{ at: 9, key: "status", value: "已办结" }], "status/synonym", "offer"],
  ["44 a mark", "district", [{ at: 2, key: "status", value: "√" }], "status/synonym", "offer"],
  ["44 percentage", "digital", [{ at: 6, key: "status", value: "80%" }], "status/unknown", "offer"],
  ["45 done, but still being built", "district", [{ at: 1, key: "status", value: "已完成" }], "status/against-text", "ask"],
  ["45 done, but not yet approved", "digital", [{ at: 6, key: "status", value: "已完成" }, { at: 6, key: "progress", value: "尚未完成企业遴选。" }], "status/against-text", "ask"],
  ["45 not begun, but built", "energy", [{ at: 4, key: "status", value: "未启动" }], "status/against-text", "ask"],
  ["46 done below", "energy", [{ at: 7, key: "status", value: "已完成" }], "status/done-below-target", "error"],
  ["46 done below the column's target", "air", [{ at: 6, key: "status", value: "已完成" }, { at: 6, key: "progress", value: "完成113家，全部更换活性炭吸附装置。" }], "status/done-below-target", "error"],
  ["47 按序时进度推进", "county", [{ at: 2, key: "progress", value: "按序时进度有序推进。" }], "text/empty-phrase", "note"],
  ["47 领导高度重视", "digital", [{ at: 7, key: "progress", value: "领导高度重视，扎实推进各项工作落地见效。" }], "text/empty-phrase", "note"],
  ["49 one report in three rows", "county", [5, 7, 10].map((at) => ({ at, key: "progress", value: "已召开县级调度会2次，印发实施方案1份，落实资金360万元。" })), "rows/same-content", "note"],
  ["49 one report in four rows", "district", [4, 8, 10, 16].map((at) => ({ at, key: "progress", value: "组织街道和职能部门开展联合检查12次，发现问题46个，全部交办。" })), "rows/same-content", "note"],
  ["51 同上行", "energy", [{ at: 4, key: "progress", value: "同上行" }], "text/ditto", "error"],
  ["51 同第3项", "district", [{ at: 4, key: "progress", value: "同第3项" }], "text/ditto", "error"],
  ["51 详见附表", "county", [{ at: 8, key: "progress", value: "详见附表1。" }], "text/see-attachment", "ask"],
  ["51 见附件材料", "air", [{ at: 13, key: "progress", value: "（具体见附件材料）" }], "text/see-attachment", "ask"],
  ["52 no answer", "digital", [{ at: 13, key: "progress", value: null }], "rows/unanswered", "ask"],
  ["52 blanks for an answer", "county", [{ at: 13, key: "progress", value: "　 " }], "rows/unanswered", "ask"],
  ["53 #N/A", "air", [{ at: 4, key: "reportedValue", value: "#N/A", mark: { formula: true, error: true } }], "cell/error", "error"],
  ["53 #REF! typed in words", "district", [{ at: 12, key: "progress", value: "#REF!", mark: { formula: true, error: true } }], "cell/error", "error"],
  ["53 sum", "energy", [{ at: 11, key: "reportedValue", value: 32, mark: { formula: true } }], "cell/formula", "ask"],
  ["53 reference to another sheet", "county", [{ at: 4, key: "progress", value: (before) => before, mark: { formula: true } }], "cell/formula-text", "error"],
  ["54 half-width comma", "district", [{ at: 5, key: "content", value: replaced("个，特殊", "个,特殊") }], "text/half-width-marks", "offer"],
  ["54 half-width colon", "digital", [{ at: 12, key: "nextSteps", value: "重点抓好两件事:服务器到货、联调。" }], "text/half-width-marks", "offer"],
  ["54 half-width stop", "county", [{ at: 12, key: "progress", value: (before) => String(before).replace(/。$/u, ".") }], "text/half-stop", "offer"],
  ["55 mark between quotes", "county", [{ at: 10, key: "content", value: replaced("“村BA”“村超”", "“村BA”、“村超”") }], "text/quote-joint", "offer"],
  ["55 mark between titles", "digital", [{ at: 8, key: "nextSteps", value: "修订《目录》、《清单》。" }], "text/quote-joint", "offer"],
  ["56 straight quotes", "digital", [{ at: 2, key: "content", value: replaced("“跨省通办”", "\"跨省通办\"") }], "text/straight-quotes", "offer"],
  ["56 closing quote lost", "air", [{ at: 13, key: "content", value: replaced("“六个百分之百”", "“六个百分之百") }], "text/unpaired", "ask"],
  ["56 title not closed", "county", [{ at: 5, key: "content", value: replaced("卫生标准》", "卫生标准") }], "text/unpaired", "ask"],
  ["56 opening bracket lost", "district", [{ at: 12, key: "content", value: replaced("（进社区）", "进社区）") }], "text/unpaired", "ask"],
  ["57 round brackets", "digital", [{ at: 8, key: "progress", value: replaced("〔2026〕", "(2026)") }], "text/document-number", "offer"],
  ["57 lenticular brackets", "county", [{ at: 3, key: "problems", value: "黔府办发【2025】16号文件要求提高。" }], "text/document-number", "offer"],
  ["58 pair of two widths", "county", [{ at: 12, key: "content", value: replaced("（社区）", "(社区）") }], "text/mixed-brackets", "offer"],
  ["58 half-width pair in a full-width ledger", "air", [{ at: 14, key: "leadUnits", value: (before) => before }, { at: 14, key: "content", value: replaced("各县（市、区）", "各县(市、区)") }], "text/bracket-width", "offer"],
  ["59 spaces in a tight ledger", "district", [{ at: 7, key: "content", value: replaced("达到100%", "达到 100%") }], "text/digit-spacing", "offer"],
  ["59 tight in a spaced ledger", "energy", [{ at: 14, key: "content", value: replaced("稳定在 40 GW", "稳定在40 GW") }], "text/digit-spacing", "auto"],
  ["60 blank in a name", "county", [{ at: 1, key: "contact", value: "冯　涛" }], "contact/name", "offer"],
  ["60 phone of twelve digits", "digital", [{ at: 4, key: "contact", value: "罗军 139001390022" }], "contact/phone", "ask"],
  ["60 two people", "county", [{ at: 6, key: "contact", value: "石磊、周涛" }], "contact/several", "note"],
  ["60 letter O in a number", "digital", [{ at: 10, key: "contact", value: "邓琳 135OO135005" }], "contact/phone", "offer"],
  ["60 identity card", "district", [{ at: 14, key: "note", value: "负责人身份证330102198001011234" }], "contact/personal", "note"],
  ["61 note on the target", "energy", [{ at: 5, key: "content", note: "张工：线路长度改为 290 km" }], "cell/note", "ask"],
  ["61 note on the deadline", "air", [{ at: 5, key: "deadline", note: "请延至12月" }], "cell/note", "ask"],
  ["62 red words", "digital", [{ at: 11, key: "progress", mark: { coloured: true } }], "cell/marked", "ask"],
  ["62 struck row", "county", [{ at: 9, key: "content", mark: { struck: true } }], "cell/marked", "ask"],
  ["69 traditional characters", "air", [{ at: 9, key: "note", value: "已建立臺賬。" }], "text/unusual-words", "offer"],
  ["69 台帐 in a title", "district", [{ at: "临江区", value: replaced("工作台账", "工作台帐") }], "text/unusual-words", "offer"],
  ["69 a traditional character", "county", [{ at: 9, key: "progress", value: replaced("养老服务中心", "養老服務中心") }], "text/unusual-words", "offer"],
  ["70 question marks", "energy", [{ at: 10, key: "progress", value: "????????103?" }], "text/encoding", "error"],
  ["70 replacement characters", "district", [{ at: 15, key: "leadUnits", value: "\ufffd\ufffd政\ufffd批局" }], "text/encoding", "error"],
  ["70 UTF-8 read as GBK", "county", [{ at: 7, key: "nextSteps", value: "寮€灞曠潱瀵艰瘎浼�" }], "text/encoding", "error"],
])("%s", (_, name, planted, rule, action) => {
  const grid = cleanLedger(name);
  const fresh = checked(plant(grid, planted)).filter((issue) => !usuallyTold(name, grid).includes(told(issue)));

  test("is said once, at its cell, with its action", () => {
    expect(fresh.map((issue) => [issue.rule, actionOf(issue)])).toEqual([[rule, action]]);
    const [first] = planted;
    if (first) expect(fresh[0]?.places.map(({ row }) => row)).toContain(plantedAt(grid, first).row);
  });
});

const REPLIES = new Set(["progress", "status", "reportedValue", "problems", "nextSteps", "note", "reporter", "reportDate"]);

/** The ledger as it was sent out: nothing in the columns for replies. */
function issued(name: CleanLedger): SheetLedger {
  const grid = cleanLedger(name);
  const { ledger } = ledgerOf(grid);
  const replies = new Set(ledger.columns.filter(({ key }) => REPLIES.has(key)).map(({ col }) => col));
  const body = new Set(ledger.rows.map(({ gridRow }) => gridRow));
  return ledgerOf({ ...grid, rows: grid.rows.map((row) => (body.has(row.row) ? { ...row, values: row.values.map((value, col) => (replies.has(col) ? null : value)) } : row)) });
}

const rowOf = (grid: Grid, serial: number): number => plantedAt(grid, { at: serial, key: "task" }).row;
const mapped = (grid: Grid, write: (row: GridRow) => GridRow): Grid => ({ ...grid, rows: grid.rows.map(write) });
const without = (grid: Grid, ...serials: readonly number[]): Grid => {
  const gone = new Set(serials.map((serial) => rowOf(grid, serial)));
  return { ...grid, rows: grid.rows.filter(({ row }) => !gone.has(row)) };
};
const swapped = (grid: Grid, left: number, right: number): Grid =>
  mapped(grid, (row) => ({ ...row, values: row.values.map((value, col, all) => (col === left ? (all[right] ?? null) : col === right ? (all[left] ?? null) : value)) }));
const headerAs = (grid: Grid, from: string, to: string): Grid => mapped(grid, (row) => ({ ...row, values: row.values.map((value) => (value === from ? to : value)) }));
/** The sheet with another row of values before the row of a serial; the rows below move down. */
function inserted(grid: Grid, before: number, values: readonly CellValue[]): Grid {
  const at = rowOf(grid, before);
  const rows = [...grid.rows.filter(({ row }) => row < at), { row: at, values, marks: null, hidden: false }, ...grid.rows.filter(({ row }) => row >= at).map((row) => ({ ...row, row: row.row + 1 }))];
  return { ...grid, rows };
}
/** The sheet with another row of values behind its last one. */
const appended = (grid: Grid, values: readonly CellValue[]): Grid => ({ ...grid, rows: [...grid.rows.filter(({ values: own }) => own.length > 0), { row: (grid.rows.at(-1)?.row ?? 0) + 1, values, marks: null, hidden: false }] });
const book = (more: Partial<Book>): Book => ({ file: null, grids: [], properties: new Map(), remarks: [], form: null, ...more });
const other = (sheet: string, lines: readonly (readonly CellValue[])[]): Grid => ({ ...cleanLedger("air"), sheet, spans: [], rows: lines.map((values, row) => ({ row, values, marks: null, hidden: false })) });

const damages: readonly (readonly [string, CleanLedger, (grid: Grid) => Grid, string, string, Partial<CheckGiven>?])[] = [
  ["13 a row lost in the middle", "county", (grid) => without(grid, 9), "serial/gap", "ask"],
  ["13 two rows lost", "air", (grid) => without(grid, 8, 9), "serial/gap", "ask"],
  ["17 the header pasted inside", "district", (grid) => inserted(grid, 9, grid.rows[2]?.values.map((value) => value ?? null) ?? []), "rows/header-inside", "note"],
  ["18 progress merged over three tasks", "county", (grid) => ({ ...grid, spans: [{ top: rowOf(grid, 1), bottom: rowOf(grid, 3), left: 7, right: 7 }] }), "rows/span-across-tasks", "ask"],
  ["18 status merged over two tasks", "district", (grid) => ({ ...grid, spans: [{ top: rowOf(grid, 6), bottom: rowOf(grid, 7), left: 7, right: 7 }] }), "rows/span-across-tasks", "ask"],
  ["63 two hidden rows", "energy", (grid) => mapped(grid, (row) => ({ ...row, hidden: [rowOf(grid, 5), rowOf(grid, 6)].includes(row.row) })), "rows/hidden", "note"],
  ["63 a hidden column", "digital", (grid) => ({ ...grid, hiddenColumns: [6] }), "rows/hidden", "note"],
  ["64 answers on another sheet", "air", (grid) => grid, "book/other-sheet", "error", { book: book({ grids: [cleanLedger("air"), other("补充", [["任务", "情况"], ["臭氧污染防治", "完成评估 86 家，正在整改。"]])] }) }],
  ["64 a picture", "county", (grid) => grid, "book/not-read", "error", { book: book({ remarks: [{ id: "file/pictures", params: { count: 3 } }] }) }],
  ["66 最终版2", "digital", (grid) => grid, "book/file-name", "ask", { book: book({ file: "市大数据局最终版2.xlsx" }) }],
  ["66 副本", "energy", (grid) => grid, "book/file-name", "ask", { book: book({ file: "市能源局 - 副本.xlsx" }) }],
  ["14 own numbers from 1", "air", (grid) => ({ ...grid, rows: grid.rows.filter(({ row, values }) => typeof values[0] !== "number" || [4, 8, 15].map((at) => rowOf(grid, at)).includes(row)).map((row) => ({ ...row, values: row.values.map((value, col) => (col === 0 && typeof value === "number" ? [4, 8, 15].indexOf(value) + 1 : value)) })) }), "master/renumbered", "note", { master: issued("air") }],
  ["20 a column of percentages", "county", (grid) => mapped(grid, (row) => ({ ...row, values: row.values[0] === "序号" ? [...row.values, "完成率"] : row.values })), "master/columns", "note", { master: issued("county") }],
  ["21 责任部门 is gone", "county", (grid) => headerAs(grid, "责任部门", ""), "master/columns", "note", { master: issued("county") }],
  ["22 a renamed column", "energy", (grid) => headerAs(grid, "进展情况", "目前进展"), "master/columns-renamed", "note", { master: issued("energy") }],
  ["22 two columns in another order", "district", (grid) => swapped(grid, 5, 10), "master/columns-moved", "note", { master: issued("district") }],
  ["24 a lowered rate", "county", (grid) => plant(grid, [{ at: 2, key: "content", value: replaced("85%", "75%") }]), "master/figure-changed", "error", { master: issued("county") }],
  ["24 a year moved", "air", (grid) => plant(grid, [{ at: 4, key: "content", value: replaced("全部完成", "到 2028 年全部完成") }]), "master/figure-changed", "error", { master: issued("air") }],
  ["24 a lowered 目标值", "energy", (grid) => plant(grid, [{ at: 1, key: "targetValue", value: 180 }]), "master/figure-changed", "error", { master: issued("energy") }],
  ["24 another unit", "digital", (grid) => plant(grid, [{ at: 11, key: "leadUnits", value: "市乡村振兴服务中心" }]), "master/text-changed", "ask", { master: issued("digital") }],
  ["25 quotes made straight", "digital", (grid) => plant(grid, [{ at: 2, key: "content", value: (before) => String(before).replace(/[“”]/gu, '"') }]), "master/spelling", "auto", { master: issued("digital") }],
  ["25 blanks taken out", "energy", (grid) => plant(grid, [{ at: 6, key: "content", value: (before) => String(before).replaceAll(" ", "") }]), "master/spelling", "auto", { master: issued("energy") }],
  ["26 a row of the whole ledger is gone", "district", (grid) => without(grid, 12), "master/rows-missing", "note", { master: issued("district") }],
  ["27 11-1", "county", (grid) => inserted(grid, 12, ["11-1", "陈立", "农村公厕建设", "新建农村公厕26座。", "县农业农村局", null, "2026年12月", "建成12座。"]), "master/row-added", "ask", { master: issued("county") }],
  ["27 a row at the end", "air", (grid) => appended(grid, [17, "餐饮油烟治理", "安装在线监控 300 台。", "市城市管理局", null, "2026年12月31日", 300, 120, "进行中", "安装 120 台。"]), "master/row-added", "ask", { master: issued("air") }],
  ["41 later by a year", "county", (grid) => plant(grid, [{ at: 3, key: "deadline", value: "2027年6月" }]), "master/deadline-changed", "ask", { master: issued("county") }],
  ["41 later as a day", "energy", (grid) => plant(grid, [{ at: 5, key: "deadline", value: 46_387, mark: { date: true } }]), "master/deadline-changed", "ask", { master: issued("energy") }],
  ["65 another month in the title", "district", (grid) => mapped(grid, (row) => ({ ...row, values: row.values.map((value) => (typeof value === "string" ? value.replace("2026年10月31日", "2026年9月30日") : value)) })), "master/round", "error", { master: issued("district") }],
  ["65 another quarter", "digital", (grid) => mapped(grid, (row) => ({ ...row, values: row.values.map((value) => (typeof value === "string" ? value.replace("第三季度", "第二季度") : value)) })), "master/round", "error", { master: issued("digital") }],
];

test.each(damages.map((one): readonly [string, typeof one] => [one[0], one]))("%s is said once, with its action", (_, [, name, damage, rule, action, more]) => {
  const grid = cleanLedger(name);
  const known = new Set(checked(grid, { ...more, book: null }).map(told));
  const fresh = checked(damage(grid), more ?? {}).filter((issue) => issue.rule !== "units/open-list" && !known.has(told(issue)));
  expect(fresh.map((issue) => [issue.rule, actionOf(issue)])).toEqual([[rule, action]]);
});

describe("against the round before", () => {
  const fresh = (name: CleanLedger, planted: readonly Planted[]) => {
    const grid = cleanLedger(name);
    const before = plant(grid, planted);
    // All other rows have news, as after a month.
    const news = mapped(grid, (row) => ({ ...row, values: row.values.map((value) => (typeof value === "string" && /完成|建成|新增|办结/u.test(value) ? value.replace(/(\d)(?=[个家台户万公])/u, "9$1") : value)) }));
    const { ledger } = ledgerOf(grid);
    const kept = new Set(planted.map((one) => plantedAt(grid, one).row));
    const col = ledger.columns.find(({ key }) => key === "progress")?.col ?? -1;
    const now = mapped(grid, (row) => (kept.has(row.row) || !ledger.rows.some(({ gridRow }) => gridRow === row.row) ? row : { ...row, values: row.values.map((value, at) => (at === col ? `${String(news.rows.find(({ row: other }) => other === row.row)?.values[at])}本月新增一项。` : value)) }));
    return checked(now, { last: ledgerOf(before) }).filter(({ rule }) => rule.startsWith("last/")).map((issue) => [issue.rule, actionOf(issue), issue.row]);
  };

  test.each<readonly [string, CleanLedger, readonly Planted[], readonly (readonly string[])[]]>([
    ["48 copied word for word", "county", [{ at: 8, key: "progress" }], [["last/same-progress", "note", "8"]]],
    ["48 copied but for a mark and a blank", "air", [{ at: 9, key: "progress", value: replaced("，拆除", ", 拆除") }], [["last/same-progress", "note", "9"]]],
    ["50 fewer than last month", "energy", [{ at: 6, key: "reportedValue", value: 391 }, { at: 6, key: "progress", value: "线路完成 391 km。" }], [["last/value-fell", "ask", "6"]]],
    ["50 a lower share in the text", "county", [{ at: 5, key: "progress", value: "2座水厂完成主体工程，农村自来水普及率94.9%、规模化供水工程覆盖率60.8%。" }], [["last/value-fell", "ask", "5"]]],
  ])("%s", (_, name, planted, expected) => {
    expect(fresh(name, planted)).toEqual(expected);
  });
});
