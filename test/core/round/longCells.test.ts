import { LONGEST_TEXT } from "../../../src/core/grid/excelLimits";
import { inPieces, type LongWay, longText } from "../../../src/core/round/longCells";
import { project } from "../../../src/core/round/projection";
import { cellKey } from "../../../src/core/round/voice";
import { type HandEdit, withSubmissions } from "../../../src/core/round/round";
import { aBase, aRound, aSubmission, plainUnits } from "../../support/aRound";

const LONG = "长".repeat(20_000);
const CELL = cellKey("1", "progress");

function cell(said: Readonly<Record<string, string>>, way: LongWay | null, { base = "", edits = [] as readonly HandEdit[] } = {}) {
  const round = { ...aRound({ base: aBase({ "1": base === "" ? {} : { progress: base } }), edits }), ...(way ? { ways: new Map([[CELL, way]]) } : {}) };
  const found = project(withSubmissions(round, Object.entries(said).map(([unit, text]) => aSubmission(unit, { "1.progress": text }))), plainUnits).cells.get(CELL);
  if (!found) throw new Error("nobody spoke");
  return { value: found.value, kind: found.kind, doubt: found.doubt?.kind, details: found.details?.map(({ unit, text }) => [unit, text]), fates: found.verdicts.map(({ fate, reason }) => `${fate}/${reason}`) };
}

const both = { 市甲局: LONG, 市乙局: `${LONG}乙` };

test("nobody has chosen: it is asked, and nothing is written", () => {
  expect(cell(both, null, { base: "原文" })).toEqual({ value: "原文", kind: "conflict", doubt: "tooLong", details: undefined, fates: ["conflict/", "conflict/"] });
});

test("details: the cell says where the texts are, all of them are kept whole", () => {
  expect(cell(both, "details")).toEqual({
    value: "共 2 个单位填报，全文见“分单位明细”。", kind: "composed", doubt: undefined, details: [["市甲局", both.市甲局], ["市乙局", both.市乙局]], fates: ["composed/inDetails", "composed/inDetails"],
  });
});

test("lead-summary: the lead unit's paragraph stands, the others' texts are kept", () => {
  const found = cell({ 市甲局: "综述。", 市乙局: LONG, 市丙局: LONG.slice(1) }, "lead-summary");
  expect(found).toMatchObject({ value: "综述。\n（市甲局综述；其余 2 个单位的内容见“分单位明细”）", fates: ["composed/", "composed/inDetails", "composed/inDetails"] });
  expect(found.details).toHaveLength(3);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["the lead has said nothing", { 市乙局: LONG, 市丙局: LONG.slice(1) }],
  ["the lead's own text fills the cell", { 市甲局: "综".repeat(LONGEST_TEXT), 市乙局: LONG }],
])("lead-summary without a fitting paragraph says where the texts are: %s", (_name, said) => {
  expect(cell(said, "lead-summary").value).toBe("共 2 个单位填报，全文见“分单位明细”。");
});

test("a person's own summary stands, later texts go to the details", () => {
  const edit: HandEdit = { row: "1", column: "progress", over: "共 2 个单位填报，全文见“分单位明细”。", value: "人工综述。", seen: [] };
  expect(cell({ ...both, 市丙局: "新来的" }, "details", { edits: [edit] })).toMatchObject({ value: "人工综述。", kind: "edited", details: [["市甲局", LONG], ["市乙局", both.市乙局], ["市丙局", "新来的"]] });
});

test("one text alone needs no details", () => {
  expect(cell({ 市甲局: "短文" }, "details")).toMatchObject({ value: "短文", kind: "accepted", details: undefined });
});

test("texts without units", () => {
  expect(longText("lead-summary", [{ unit: null, text: "按" }, { unit: "市乙局", text: "乙" }], () => false)).toEqual({ text: "共 2 个单位填报，全文见“分单位明细”。", shown: null });
});

test.each([0, 1, LONGEST_TEXT, LONGEST_TEXT + 1, 2 * LONGEST_TEXT + 5])("a text of %d signs in pieces is the same text", (length) => {
  const text = "𠀀".repeat(length).slice(0, length * 2 - (length > 1 ? 1 : 0)) + "尾";
  const pieces = inPieces(text);
  expect(pieces.join("")).toBe(text);
  expect(pieces.every((piece) => piece.length <= LONGEST_TEXT)).toBe(true);
});
