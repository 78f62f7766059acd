/** The port over Excel, through Office.js. */
import type { CellRef } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { commitBatch } from "./officeCommit";
import { deliverFiles } from "./officeDeliver";
import { OfficeEdits } from "./officeEdits";
import { faultOf } from "./officeFault";
import { wholeFile } from "./officeFile";
import { readSheets, visibilityOf } from "./officeRead";
import type { OfficeSettings } from "./officeSession";
import { OfficeSession } from "./officeSession";
import { FLOOR, hasExcelApi } from "./officeVersion";
import type { ExcelFault, ExcelPort } from "./port";
import { refusedBatch } from "./refusedBatch";

export type { FileFacts, OfficeSettings } from "./officeSession";

/** So long a whole file may take, in milliseconds. */
const FILE_DEADLINE = 60_000;

/** The port over the workbook that the task pane stands beside. `Office.onReady` must have come to pass. */
export function officeExcel(settings: OfficeSettings = {}): ExcelPort {
  const session = new OfficeSession(settings);
  const edits = new OfficeEdits(session);
  return {
    sheets: () =>
      attempt(session, async (context) => {
        const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility");
        await session.sync(context);
        for (const { id, name } of sheets.items) session.names.set(id, name);
        return ok(sheets.items.map(({ name, visibility }) => ({ name, visibility: visibilityOf(visibility) })));
      }),
    read: (names) => command(session, async (context) => ok(await readSheets(context, session, names))),
    looks: () => fileToLookAt(settings.deadline ?? FILE_DEADLINE),
    async commit(batch) {
      const refused = refusedBatch(batch);
      return refused ? err(refused) : command(session, (context) => commitBatch(context, session, batch));
    },
    show: (at) =>
      attempt(session, async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet);
        sheet.activate();
        sheet.getRangeByIndexes(at.row, at.col, 1, 1).untrack().select();
        await session.sync(context);
        return sheet.isNullObject ? err({ kind: "sheetMissing", sheet: at.sheet }) : ok(null);
      }),
    async selected() {
      const found = await attempt<CellRef | null>(session, async (context) => {
        const cell = context.workbook.getActiveCell().load("address,rowIndex,columnIndex");
        await session.sync(context);
        return ok({ sheet: sheetIn(cell.address), row: cell.rowIndex, col: cell.columnIndex });
      });
      return found.ok ? found.value : null;
    },
    onEdit: (listener) => edits.add(listener),
    async file() {
      try {
        return ok(await wholeFile(settings.deadline ?? FILE_DEADLINE));
      } catch (error) {
        return err(faultOf(error));
      }
    },
    deliver: (files) => deliverFiles(files, settings),
  };
}

/** "工作台账" in "'工作台账'!C5". */
function sheetIn(address: string): string {
  const name = address.slice(0, address.lastIndexOf("!"));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Null where Excel does not hand its file out: looks are judged where they are told, and never stop a check. */
async function fileToLookAt(deadline: number): Promise<Uint8Array | null> {
  try {
    return await wholeFile(deadline);
  } catch (error) {
    faultOf(error);
    return null;
  }
}

type Work<T> = (context: Excel.RequestContext) => Promise<Result<T, ExcelFault>>;

/** A command that needs to know merged cells: where Excel fails before it has written, it may be these that it cannot tell. */
async function command<T>(session: OfficeSession, work: Work<T>): Promise<Result<T, ExcelFault>> {
  session.begin();
  const { done, failedEarly } = await tried(session, work);
  return failedEarly && session.turnsToFile() ? (await tried(session, work)).done : done;
}

async function attempt<T>(session: OfficeSession, work: Work<T>): Promise<Result<T, ExcelFault>> {
  return (await tried(session, work)).done;
}

interface Tried<T> {
  readonly done: Result<T, ExcelFault>;
  /** Excel answered with an error of no known meaning, and nothing was written. */
  readonly failedEarly: boolean;
}

/** One run, its faults as values. Cells being edited are not waited for: what Excel held back would be written after we said that it was not. */
async function tried<T>(session: OfficeSession, work: Work<T>): Promise<Tried<T>> {
  if (!hasExcelApi(FLOOR)) return { done: err({ kind: "unsupported", what: `ExcelApi ${FLOOR}` }), failedEarly: false };
  try {
    return { done: await session.run(work), failedEarly: false };
  } catch (error) {
    const fault = faultOf(error);
    return { done: err(fault), failedEarly: fault.kind === "host" && fault.code !== "timeout" };
  }
}
