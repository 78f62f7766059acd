/** A month of five days and the month after it, as month.md tells them. What must come out is the script's, not the product's. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { RegisterLine } from "../../src/core/round/register";
import { rowPolicyKey } from "../../src/core/round/round";
import type { GivenFile } from "../../src/files/readMany";
import { type Dispatched, dispatched } from "../support/aDispatch";
import { aZip } from "../support/aZip";
import { visibleSheets } from "../support/aWorkshop";
import { DISTRICTS, LAST_MONTH, OFFICES, reply, ROWS, type Said } from "../support/month/city";
import { Clerk } from "../support/month/clerk";
import { type CellTexts, EMPTY } from "../support/month/expected";
import { gbk } from "../support/month/gbk";
import { anonymous, CONTACT, formOf, lowered, returned, Script } from "../support/month/script";
import { districtsBook, masterBook, rawCells, shownIn, storedIn, textsIn, written } from "../support/month/sheets";

jest.setTimeout(120_000);
const [OCTOBER, NOVEMBER] = ["2026年10月", "2026年11月"];
/** The five days; the third is the last one in time. */
const day = (number: number): string => `2026-11-0${number + 1}`;
const LATE = [16, 21, 22, 29, 30, 31, 32, 33, 34, 35, 36, 37];
const WITH_THE_SECOND_CLERK = [19, 20, 27, 28];
const COPY = "总台账（李四）.xlsx";

const office = (index: number): string => OFFICES[index] ?? "";
const inState = (register: readonly RegisterLine[], ...states: readonly RegisterLine["state"][]): readonly string[] => register.filter(({ state }) => states.includes(state)).map(({ unit }) => unit).sort();

interface Evening {
  readonly shown: ReadonlyMap<number, CellTexts>;
  readonly expected: ReadonlyMap<number, CellTexts>;
}

/** Everything that happened in October. */
class October {
  readonly script = new Script(OCTOBER, new Map(ROWS.map(({ serial }) => [serial, { ...EMPTY, ...LAST_MONTH.get(serial) }])));
  readonly evenings: Evening[] = [];
  readonly clerk: Clerk;
  readonly second: Clerk;
  private readonly round: Dispatched;
  private openTheCopy: () => void = () => undefined;

  constructor(round: Dispatched) {
    this.round = round;
    this.clerk = new Clerk(round.master);
    this.second = new Clerk(round.master);
  }

  file(index: number, options: Parameters<Script["says"]>[1] & { readonly name?: string; readonly kind?: "biff8" | "ods" } = {}): GivenFile {
    return returned(this.round, office(index), this.script.says(office(index), options), options.name, options.kind);
  }

  evening(): void {
    this.evenings.push({ shown: shownIn(this.clerk.bytes), expected: this.script.sheet() });
  }

  /** Eight offices answer by mail; one of them asks for less than its target. */
  async first(): Promise<void> {
    const { clerk } = this;
    const mails = OFFICES.slice(0, 8).map((_, index) => this.file(index, { but: index === 3 ? [52] : index === 5 ? [42] : [] }));
    await clerk.receive(day(1), mails.map((mail, index) => (index === 1 ? lowered(mail, 2) : mail)));
    await clerk.merge(day(1));
    await clerk.merge(day(1), { policies: new Map([["status", "all-done"], ["reportedValue", "lead"]]) });
    this.evening();
  }

  /** A second clerk takes a copy of the ledger and merges what was sent to him; then a .zip, the districts' book, and two odd files. */
  async secondDay(): Promise<void> {
    const { clerk, script } = this;
    this.second.bytes = clerk.bytes;
    await this.second.merge(day(2), {}, WITH_THE_SECOND_CLERK.map((index) => this.file(index, { but: index === 27 ? [28] : [] })));
    this.openTheCopy = script.hides(WITH_THE_SECOND_CLERK.map(office));
    const packed = OFFICES.slice(8, 16).map((_, at) => this.file(at + 8, { but: at === 1 ? [10] : [] }));
    const zip = { name: "各单位报送.zip", bytes: aZip(packed.map(({ name, bytes }) => ({ name: gbk(`报送/${name}`), content: bytes, flags: 0 }))) };
    const districts = { name: "各区县汇总.xlsx", bytes: written(districtsBook(formOf(this.round, "各区县").bytes, DISTRICTS, (unit, serial) => script.says(unit)(serial)), "xlsx") };
    const september = await dispatched(masterBook(), { name: "2026年9月", due: "2026-10-08", today: "2026-09-28" });
    const old = returned(september, office(18), (serial) => reply("2026年9月", office(18), serial), "市卫生健康委报表.xlsx");
    const nobodys = anonymous(this.file(17), "新建 Microsoft Excel 工作表.xlsx");
    await clerk.receive(day(2), [zip, districts, nobodys, old, this.file(3, { only: 52, name: "市教育局补报.xlsx" })]);
    await clerk.merge(day(2));
    await clerk.merge(day(2), { policies: new Map([[rowPolicyKey("59", "reportedValue"), "sum"]]) });
    await clerk.receive(day(2), [], { senders: new Map([[nobodys.name, office(17)]]) });
    await clerk.merge(day(2));
    this.evening();
  }

  /** Three units have nothing new, one sends a photo, two supplements come; the clerk mends two cells by hand. Who has not answered? */
  async third(): Promise<readonly RegisterLine[]> {
    const { clerk, script } = this;
    const files = [
      this.file(18),
      returned(this.round, office(24), () => ({}), "市体育局_零报告.xlsx"),
      returned(this.round, office(25), (serial) => LAST_MONTH.get(serial) ?? {}),
      this.file(5, { only: 42, name: "市公安局补报.xls", kind: "biff8" }),
      this.file(9, { only: 10, name: "市自然资源局（补充）.ods", kind: "ods" }),
    ];
    const register = await clerk.receive(day(3), files, {
      marks: [{ unit: office(23), kind: "zero", date: day(3), reason: "电话告知" }, { unit: office(26), kind: "picture", date: day(3), reason: "微信照片" }],
    });
    await clerk.merge(day(3));
    const photo = script.says(office(26))(27);
    for (const [header, value] of [["完成值", photo.value], ["状态", photo.status], ["进展情况", photo.progress]] as const) clerk.type(27, header, value ?? null);
    const checked = String(script.sheet().get(1)?.progress).replace(`${OCTOBER}完成`, "经核实，本月共完成");
    clerk.type(1, "进展情况", checked);
    clerk.type(42, "完成值", 500);
    script.types(1, { progress: checked });
    script.types(42, { value: 500 });
    this.evening();
    return register;
  }

  /** Late files, two corrections of what was mended by hand, a supplement that contradicts; a draft is taken out again; the copy comes back. */
  async fourth(): Promise<{ readonly before: unknown; readonly after: unknown }> {
    const { clerk, script } = this;
    const typed = script.sheet().get(1)?.progress ?? "";
    await clerk.receive(day(4), [
      ...[16, 21, 22, 30, 31, 32].map((index) => this.file(index, { but: index === 30 ? [46] : [] })),
      this.file(0, { changed: { 1: { progress: "更正：全部点位已经移交。" } }, name: "市发展改革委_更正.xlsx" }),
      this.file(2, { changed: { 42: { value: 480 } }, name: "市财政局（更正后）.xlsx" }),
      this.file(12, { only: 13, changed: { 13: { progress: "城管部门第13项已提前办结。" } }, name: "市城市管理局补充.xlsx" }),
    ]);
    await clerk.merge(day(4));
    await clerk.merge(day(4), { decisions: [{ row: "42", column: "reportedValue", take: office(2) }, { row: "13", column: "progress", take: "市城市管理局补充.xlsx" }] });
    script.types(1, { progress: `${typed}\n${office(0)}：更正：全部点位已经移交。` });
    script.types(42, { value: 480 });
    const before = await visibleSheets(clerk.bytes);
    await clerk.merge(day(4), {}, [returned(this.round, office(29), (serial) => reply("草稿", office(29), serial), "市信访局.xlsx")]);
    await clerk.undo("市信访局.xlsx");
    const after = await visibleSheets(clerk.bytes);
    await clerk.merge(day(4), {}, [{ name: COPY, bytes: this.second.bytes }]);
    this.openTheCopy();
    this.evening();
    return { before, after };
  }

  /** A reply pasted from a chat, the last of the late ones, the draft's unit once more, the last two supplements. */
  async fifth(): Promise<readonly RegisterLine[]> {
    const { clerk, script } = this;
    const { progress, status, value } = script.says(office(34))(35);
    await clerk.paste(day(5), office(34), `您好，我单位10月进展如下：\n第35项：${progress ?? ""}\n状态：${status ?? ""}\n完成值：${value ?? ""}`);
    const register = await clerk.receive(day(5), [
      ...[33, 35, 36, 37].map((index) => this.file(index)),
      this.file(29, { name: "市信访局（10月）.xlsx" }),
      this.file(30, { only: 46, name: "市林业局补报.xlsx" }),
      this.file(27, { only: 28, name: "市大数据局补报.xlsx" }),
    ]);
    await clerk.merge(day(5));
    this.evening();
    return register;
  }
}

let october: October;
let onDay3: readonly RegisterLine[];
let onDay5: readonly RegisterLine[];
let draft: { readonly before: unknown; readonly after: unknown };

beforeAll(async () => {
  october = new October(await dispatched(masterBook(), { name: OCTOBER, due: day(3), today: "2026-10-28" }));
  await october.first();
  await october.secondDay();
  onDay3 = await october.third();
  draft = await october.fourth();
  onDay5 = await october.fifth();
});

test.each([1, 2, 3, 4, 5])("on the evening of day %i every cell is where the script says", (number) => {
  const { shown, expected } = october.evenings[number - 1] ?? { shown: null, expected: undefined };
  expect(shown).toEqual(expected);
});

test("on day 3 the register knows who has not answered, who has nothing new and who sent a photo", () => {
  expect(inState(onDay3, "missing")).toEqual([...LATE, ...WITH_THE_SECOND_CLERK].map(office).sort());
  expect(inState(onDay3, "zero")).toEqual([23, 24, 25].map(office).sort());
  expect(inState(onDay3, "picture")).toEqual([office(26)]);
});

test("at the end all 45 have answered, twelve of them late", () => {
  expect(onDay5.map(({ unit }) => unit).sort()).toEqual([...OFFICES, ...DISTRICTS].sort());
  expect(inState(onDay5, "missing", "incomplete", "returned")).toEqual([]);
  expect(onDay5.filter(({ late }) => late).map(({ unit }) => unit).sort()).toEqual(LATE.map(office).sort());
});

test("a file that was taken back on day 4 might never have been there", () => {
  expect(draft.after).toEqual(draft.before);
});

describe("nothing is lost", () => {
  const read = () => [october.clerk, october.second].flatMap(({ files, fates }) => [...files].map(([file, bytes]) => ({ file, bytes, cells: fates.get(file) ?? [] })));

  test("every cell of every file, counted by another reader, has exactly one fate", () => {
    expect(read()).toHaveLength(8 + 4 + 12 + 5 + 9 + 2 + 7);
    for (const { file, bytes, cells } of read()) {
      const raw = [...rawCells(bytes)].map(([at, text]) => `${at} ${text}`).sort();
      const told = cells.map(({ at, value }) => `${at.replaceAll("'", "")} ${String(value)}`).sort();
      const masked = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/王芳 .*$/u, "王芳"));
      expect([file, masked(told)]).toEqual([file, masked(raw)]);
    }
  });

  test("every text that anybody wrote stands in the ledger, or the script took it out; then the store has it", () => {
    const shown = [...shownIn(october.clerk.bytes).values()].map(({ progress }) => progress ?? "").join("\n");
    const stored = storedIn(october.clerk.bytes);
    const edited = reply(OCTOBER, office(0), 1).progress;
    const gone = read().filter(({ file }) => file !== COPY).flatMap(({ bytes }) => textsIn(bytes)).filter((text) => !shown.includes(text));
    const drafts = ROWS.map(({ serial }) => reply("草稿", office(29), serial).progress);
    const september = ROWS.map(({ serial }) => reply("2026年9月", office(18), serial).progress);
    for (const text of gone) expect([...october.script.left, edited, ...drafts, ...september]).toContain(text);
    for (const text of gone.filter((own) => !drafts.includes(own))) expect(stored).toContain(text);
    expect(stored).not.toContain(CONTACT.split(" ")[1]);
  });
});

test("the month asked what the story tells, each thing once", () => {
  const told = readFileSync(path.join(__dirname, "month.md"), "utf8").split("\n").flatMap((line) => /^\d+\. .*`(.+)`/u.exec(line)?.[1] ?? []);
  expect([...new Set([...october.clerk.asked, ...october.second.asked])]).toEqual(told);
  expect(told.length).toBeLessThanOrEqual(10);
  expect([...october.clerk.askedInVain, ...october.second.askedInVain]).toEqual([]);
});

test("a second month on top asks about the one true conflict alone", async () => {
  const before = shownIn(october.clerk.bytes);
  const round = await dispatched(october.clerk.bytes, { name: NOVEMBER, due: "2026-12-04", today: "2026-11-28" });
  const clerk = new Clerk(round.master);
  const script = new Script(NOVEMBER, before);
  expect(shownIn(clerk.bytes)).toEqual(before);
  for (const text of october.script.left) expect(JSON.stringify(storedIn(clerk.bytes))).toContain(text);
  const silent = [23, 24, 25];
  const file = (unit: string, says: (serial: number) => Said, name?: string): GivenFile => returned(round, unit, says, name);
  const files = OFFICES.filter((unit) => !silent.map(office).includes(unit)).map((unit) => file(unit, script.says(unit, { but: unit === office(0) ? [1] : [] })));
  const districts = { name: "各区县汇总.xlsx", bytes: written(districtsBook(formOf(round, "各区县").bytes, DISTRICTS, (unit, serial) => script.says(unit)(serial)), "xlsx") };
  const other = file(office(12), script.says(office(12), { only: 13, changed: { 13: { progress: "另有一说。" } } }), "市城市管理局另报.xlsx");
  await clerk.receive("2026-12-02", [...files, districts, other], { marks: silent.map((index) => ({ unit: office(index), kind: "zero", date: "2026-12-02", reason: "" })) });
  await clerk.merge("2026-12-03");
  expect(clerk.asked).toEqual(["裁定 13 progress"]);
  await clerk.merge("2026-12-03", { decisions: [{ row: "13", column: "progress", take: other.name }] });
  expect(shownIn(clerk.bytes)).toEqual(script.sheet());
  expect(clerk.askedInVain).toEqual([]);
});
