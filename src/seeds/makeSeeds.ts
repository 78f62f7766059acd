/** Everything under `seeds/` that is made from the ledger's source text: same text, same bytes. */
import { zipSync } from "fflate";
import { importLedger, type LedgerPlan } from "../app/importLedger";
import type { Grid } from "../core/grid/grid";
import type { Ledger } from "../core/ledger/ledger";
import { findLedger } from "../core/parse/parseLedger";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { baseOf } from "../core/round/roundOfSheet";
import { REPLIES, sampleReturns } from "../core/sample/sampleRound";
import { PANE_LIMITS } from "../files/limits";
import { readFile } from "../files/readFile";
import { newLedgerBook } from "../workbook/newLedgerBook";
import type { Workbook } from "../workbook/workbook";
import { ledgerStory, masterStory, returnStory, sourceStory } from "./stories";
import { returnBook } from "./returnBook";

export const SOURCE_NAME = "济南市推动大规模设备更新和消费品以旧换新工作台账.txt";
export const LEDGER_NAME = "工作台账.xlsx";
export const ROUND_FOLDER = "样例轮次";
export const MASTER_NAME = `${ROUND_FOLDER}/总台账.xlsx`;
export const RETURNS_FOLDER = `${ROUND_FOLDER}/返回`;
/** The same files in one package, as they come by mail. */
export const PACKED_RETURNS = `${ROUND_FOLDER}/返回.zip`;
/** Beside the returns, so that their folder can be merged as it is. */
export const STORIES_FOLDER = `${ROUND_FOLDER}/说明`;
const SEED = 2026;

/** Files by their path under `seeds/`. */
export async function makeSeeds(source: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const { grid, ledger } = await ledgerOf(SOURCE_NAME, source);
  const plan = importLedger(grid, ledger);
  files.set(LEDGER_NAME, bytesOf(newLedgerBook(plan)));
  const master = bytesOf(newLedgerBook(withReplyColumns(plan)));
  files.set(MASTER_NAME, master);
  const base = baseOf((await ledgerOf("总台账.xlsx", master)).ledger);
  const units = ledgerUnits(base);
  const returns = sampleReturns(base.rows, (row, unit) => units.addresses(row, unit) !== null && (units.addresses(row, unit) === "named" || unit.includes("区")), SEED);
  for (const own of returns) files.set(`${RETURNS_FOLDER}/${own.file}`, bytesOf(returnBook(own.table)));
  files.set(PACKED_RETURNS, packed(returns.map(({ file }) => [file, files.get(`${RETURNS_FOLDER}/${file}`) ?? new Uint8Array()])));
  const text = new TextEncoder();
  files.set(SOURCE_NAME.replace(".txt", ".md"), text.encode(sourceStory()));
  files.set(LEDGER_NAME.replace(".xlsx", ".md"), text.encode(ledgerStory()));
  files.set(MASTER_NAME.replace(".xlsx", ".md"), text.encode(masterStory(returns)));
  for (const own of returns) files.set(`${STORIES_FOLDER}/${own.file.replace(".xlsx", ".md")}`, text.encode(returnStory(own)));
  return files;
}

/** Stored, with one fixed day: a workbook is packed already. */
function packed(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: "2026-11-05T00:00:00" });
}

async function ledgerOf(name: string, bytes: Uint8Array): Promise<{ readonly grid: Grid; readonly ledger: Ledger }> {
  const source = await readFile(name, bytes, { limits: PANE_LIMITS });
  const found = source.ok ? findLedger(source.value.grids) : null;
  if (!found?.ok) throw new Error(`no ledger in ${name}`);
  return found.value;
}

/** Reply columns to the right, empty in every row of the table. */
function withReplyColumns(plan: LedgerPlan): LedgerPlan {
  return {
    ...plan,
    columns: [...plan.columns, ...REPLIES],
    rows: plan.rows.map((row) => (row.kind === "outline" ? row : { ...row, values: [...row.values, ...REPLIES.map(() => null)] })),
  };
}

function bytesOf(book: ReturnType<typeof newLedgerBook>): Uint8Array {
  const saved: ReturnType<Workbook["save"]> | null = book.ok ? book.value.save() : null;
  if (!saved?.ok) throw new Error("a seed could not be written");
  return saved.value;
}
