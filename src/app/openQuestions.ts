/** 待办: what a person decides, one question a decision and not one a cell. */
import { type ColumnKey, ownerOf } from "../core/ledger/columns";
import { plainText } from "../core/grid/grid";
import type { Conflict, MergeRun, ProposalLine } from "../core/round/mergeReturns";
import { compareText } from "../core/round/round";
import type { WorkbookSettings } from "../core/settings/index";
import { proposalKey } from "./proposalKey";

export type OpenQuestion =
  /** Values of a shared column differ and nobody has said yet how they become one. */
  | { readonly kind: "policy"; readonly column: ColumnKey; readonly cells: number }
  /** One unit's files contradict each other. */
  | { readonly kind: "twice"; readonly unit: string; readonly files: readonly string[]; readonly cells: readonly Conflict[] }
  | { readonly kind: "differ"; readonly column: ColumnKey; readonly units: readonly string[]; readonly cells: readonly Conflict[] }
  /** A unit changed what was issued. */
  | { readonly kind: "changed"; readonly unit: string; readonly file: string; readonly lines: readonly ProposalLine[] }
  /** A unit added rows; the cells of a row stand together. */
  | { readonly kind: "added"; readonly unit: string; readonly file: string; readonly rows: readonly (readonly ProposalLine[])[] };

/** The open questions, policies first: one answer there may close many. */
export function openQuestions(run: Pick<MergeRun, "conflicts" | "proposals">, { policies, declined }: Pick<WorkbookSettings, "policies" | "declined">): readonly OpenQuestion[] {
  const groups = new Map<string, Extract<OpenQuestion, { kind: "twice" | "differ" }>>();
  for (const cell of run.conflicts) {
    const question = questionOf(cell);
    const key = question.kind === "twice" ? `1|${question.unit}` : `2|${question.column}|${question.units.join("|")}`;
    const former = groups.get(key);
    if (former?.kind === "twice" && question.kind === "twice") groups.set(key, { ...former, files: [...new Set([...former.files, ...question.files])].sort(compareText), cells: [...former.cells, cell] });
    else groups.set(key, former ? { ...former, cells: [...former.cells, cell] } : question);
  }
  const differing = [...groups.values()];
  const asked = new Map<ColumnKey, number>();
  for (const group of differing) {
    if (group.kind === "differ" && ownerOf(group.column) === "shared" && !policies.has(group.column)) asked.set(group.column, (asked.get(group.column) ?? 0) + group.cells.length);
  }
  return [
    ...differing.filter(({ kind }) => kind === "twice"),
    ...[...asked].map(([column, cells]): OpenQuestion => ({ kind: "policy", column, cells })),
    ...differing.filter(({ kind }) => kind === "differ"),
    ...proposalQuestions(run.proposals.filter((line) => !declined.has(proposalKey(line)) && plainText(line.value) !== plainText(line.master))),
  ];
}

function questionOf(cell: Conflict): Extract<OpenQuestion, { kind: "twice" | "differ" }> {
  for (const { unit } of cell.values) {
    const own = cell.values.filter((value) => value.unit === unit);
    if (new Set(own.map(({ value }) => plainText(value))).size > 1) return { kind: "twice", unit, files: [...new Set(own.map(({ file }) => file))].sort(compareText), cells: [cell] };
  }
  return { kind: "differ", column: cell.column, units: [...new Set(cell.values.map(({ unit }) => unit))], cells: [cell] };
}

function proposalQuestions(lines: readonly ProposalLine[]): readonly OpenQuestion[] {
  const groups = new Map<string, ProposalLine[]>();
  for (const line of lines) {
    const key = `${line.row === null ? "added" : "changed"}|${line.file}|${line.unit}`;
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push(line);
  }
  return [...groups.values()].flatMap((own): OpenQuestion[] => {
    const [first] = own;
    if (!first) return [];
    const { unit, file, row } = first;
    return [row === null ? { kind: "added", unit, file, rows: byRow(own) } : { kind: "changed", unit, file, lines: own }];
  });
}

/** Cells of one row of one file stand in one row of its sheet. */
function byRow(lines: readonly ProposalLine[]): readonly (readonly ProposalLine[])[] {
  const rows = new Map<string, ProposalLine[]>();
  for (const line of lines) {
    const key = /\d+$/u.exec(line.at)?.[0] ?? "";
    const own = rows.get(key) ?? [];
    rows.set(key, own);
    own.push(line);
  }
  return [...rows.values()];
}
