/** 报告: how the units stand, whom to urge and what goes back, as blocks that any format can show. */
import { type CellValue, plainText } from "../grid/grid";
import { headerOf, typeOf } from "../ledger/columns";
import { type Light, LIGHTS } from "../lights/light";
import { comparisonForm } from "../text/compare";
import type { LedgerUnits } from "./ledgerUnits";
import { type RegisterLine, STATE_WORDS } from "./register";
import type { Round, RowId, Submission } from "./round";
import { rowNames } from "./rowName";

export interface UnitReport {
  readonly unit: string;
  /** Rows that went to it by name. */
  readonly rows: number;
  /** Rows of these that it answered. */
  readonly returned: number;
  readonly state: string;
  readonly lights: Readonly<Record<Light, number>>;
}

export interface UrgeLine {
  readonly unit: string;
  readonly state: string;
  readonly missing: readonly RowId[];
  /** To be pasted into a message. */
  readonly text: string;
}

export interface SlipReason {
  readonly row: RowId | null;
  readonly column: string | null;
  readonly file: string;
  readonly message: string;
}

export interface Slip {
  readonly unit: string;
  readonly files: readonly string[];
  readonly reasons: readonly SlipReason[];
  readonly text: string;
}

export interface Report {
  readonly title: string;
  readonly byUnit: readonly UnitReport[];
  readonly urge: readonly UrgeLine[];
  readonly slips: readonly Slip[];
}

export type Block =
  | { readonly kind: "title" | "heading" | "text"; readonly text: string }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly CellValue[])[] };

export interface ReportQuestion {
  readonly round: Round;
  readonly units: LedgerUnits;
  readonly register: readonly RegisterLine[];
  readonly lightOf: (row: RowId) => Light | null;
  /** "2026-11-23". */
  readonly today: string;
}

/** The report, units in the ledger's order. */
export function reportOf({ round, units, register, lightOf, today }: ReportQuestion): Report {
  const name = round.dispatch ? `“${round.dispatch.name}”` : "本轮次";
  const due = round.dispatch?.due ?? null;
  const byUnit = register.map(({ unit, state }): UnitReport => {
    const asked = units.namedRows(unit).map(({ id }) => id);
    const answered = answeredRows(round, units, unit);
    const lights = Object.fromEntries(LIGHTS.map((light) => [light, asked.filter((row) => lightOf(row) === light).length])) as Record<Light, number>;
    return { unit, rows: asked.length, returned: asked.filter((row) => answered.has(row)).length, state: STATE_WORDS[state], lights };
  });
  const urge = register.filter(({ state, missing }) => state === "missing" || (state === "incomplete" && missing.length > 0)).map((line) => urgeLine(line, name, due));
  const slips = register.flatMap((line) => slipOf(line, round, units, name));
  return { title: `工作台账报送情况（${round.dispatch?.name ?? "本轮次"}，截至 ${today}）`, byUnit, urge, slips };
}

function answeredRows(round: Round, units: LedgerUnits, unit: string): ReadonlySet<RowId> {
  const own = round.submissions.filter((submission) => units.keyOf(submission.unit) === units.keyOf(unit));
  return new Set(own.flatMap(({ entries }) => entries.map(({ row }) => row)));
}

function urgeLine({ unit, state, missing }: RegisterLine, name: string, due: string | null): UrgeLine {
  const until = due === null ? "请尽快" : `报送截止日期为 ${due}，请尽快`;
  const text = state === "missing"
    ? `${unit}：工作台账${name}尚未收到贵单位报送材料，${until}报送。`
    : `${unit}：工作台账${name}贵单位还有${rowNames(missing)}未填报，${until}补报。`;
  return { unit, state: STATE_WORDS[state], missing, text };
}

function slipOf(line: RegisterLine, round: Round, units: LedgerUnits, name: string): readonly Slip[] {
  const own = round.submissions.filter(({ unit }) => units.keyOf(unit) === units.keyOf(line.unit));
  const replaced = new Set(own.flatMap(({ supersedes }) => supersedes));
  const back: readonly SlipReason[] = line.state === "returned" ? [{ row: null, column: null, file: line.files.join("、"), message: line.reason }] : [];
  const reasons = [...back, ...own.filter(({ id }) => !replaced.has(id)).flatMap(entryReasons)];
  if (reasons.length === 0) return [];
  const lines = reasons.map(({ row, column, message }, index) => `${index + 1}. ${row === null ? "" : rowNames([row])}${column === null ? "" : `“${headerOf(column)}”`}${row === null && column === null ? "" : "："}${message}`);
  return [{ unit: line.unit, files: line.files, reasons, text: [`${line.unit}：工作台账${name}报送材料退回，请修改后重报：`, ...lines].join("\n") }];
}

const EMPTY_WORDS = /^(?:同上|见附件|详见附件|略|按计划推进|正在积极推进中?|积极推进中?|高度重视)[。.]?$/u;

function entryReasons({ entries, file }: Submission): readonly SlipReason[] {
  return entries.flatMap(({ row, column, value }): SlipReason[] => {
    const text = plainText(value);
    if (typeOf(column) === "number" && typeof value !== "number") return [{ row, column, file, message: `“${text}”不是一个数，请只填数字，例如 12` }];
    if (typeOf(column) === "status" && !["已完成", "进行中", "未启动", "滞后"].includes(text)) return [{ row, column, file, message: `“${text}”不在已完成、进行中、未启动、滞后之内，请从中选填` }];
    if (column === "progress" && EMPTY_WORDS.test(comparisonForm(text))) return [{ row, column, file, message: `“${text}”没有实际内容，请写明截至日期、做了什么、数量多少` }];
    return [];
  });
}

const SHOWN_LIGHTS: readonly (readonly [Light, string])[] = [
  ["overdue", "逾期"], ["unverified", "待核实"], ["behind", "滞后"], ["due-soon", "临期"], ["on-track", "正常"], ["done", "已完成"],
];

/** The report as a page: counts, a table of units, whom to urge, what goes back. */
export function reportBlocks({ title, byUnit, urge, slips }: Report): readonly Block[] {
  const states = new Map<string, number>();
  for (const { state } of byUnit) states.set(state, (states.get(state) ?? 0) + 1);
  const counts = [...states].map(([state, count]) => `${state} ${count} 个`).join("，");
  const paragraphs = (texts: readonly string[], none: string): Block[] => (texts.length === 0 ? [none] : texts.flatMap((text) => text.split("\n"))).map((text) => ({ kind: "text", text }));
  return [
    { kind: "title", text: title },
    { kind: "text", text: `应报单位 ${byUnit.length} 个：${counts}。` },
    { kind: "heading", text: "一、各单位报送情况" },
    {
      kind: "table",
      header: ["单位", "报送", "应报项", "已报项", ...SHOWN_LIGHTS.map(([, word]) => word)],
      rows: byUnit.map(({ unit, state, rows, returned, lights }) => [unit, state, rows, returned, ...SHOWN_LIGHTS.map(([light]) => lights[light])]),
    },
    { kind: "heading", text: "二、催报清单" },
    ...paragraphs(urge.map(({ text }) => text), "各单位均已报送。"),
    { kind: "heading", text: "三、退回单" },
    ...paragraphs(slips.map(({ text }) => text), "没有需要退回的材料。"),
  ];
}

/** The page as Markdown. */
export function reportMarkdown(blocks: readonly Block[]): string {
  const cell = (value: CellValue): string => plainText(value).replaceAll("|", "\\|").replaceAll("\n", " ");
  const lines = blocks.map((block) => {
    switch (block.kind) {
      case "title":
        return `# ${block.text}`;
      case "heading":
        return `## ${block.text}`;
      case "text":
        return block.text;
      case "table":
        return [block.header, block.header.map(() => "---"), ...block.rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
    }
  });
  return `${lines.join("\n\n")}\n`;
}

/** The page as plain text, for a message: a line of the table is a line of text. */
export function reportText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === "table" ? block.rows.map((row) => row.map((cell, index) => (index === 0 ? plainText(cell) : `${block.header[index] ?? ""} ${plainText(cell)}`)).join("，")).join("\n") : block.text))
    .join("\n");
}
