/** The root of the object model, and what hangs on it directly. */
import { serialOfDay } from "../../../src/core/grid/day";
import { HostFault } from "../hostFault";
import type { HostObject, HostType, TypeMembers } from "../hostObject";
import { flagArgument, hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import { rangeObject } from "./rangeObject";
import { worksheetsObject } from "./worksheetObject";

/** What leaves the workbook: nothing here opens windows. */
export interface Outlets {
  /** A new workbook that Excel was asked to open. */
  readonly open: (bytes: Uint8Array) => void;
  /** Forgets an object that was kept. */
  readonly forget: (reference: string) => void;
}

interface Root {
  readonly outlets: Outlets;
}

interface Created extends Root {
  readonly bytes: Uint8Array;
}

function bytesOf(base64: unknown): Uint8Array {
  const text = textArgument(base64, "base64File");
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new HostFault("InvalidArgument", "base64File");
  }
}

const CREATED: HostType<Created> = {
  name: "WorkbookCreated",
  calls: { Open: { since: 8, run: ({ outlets, bytes }) => outlets.open(bytes) } },
};

const APPLICATION: HostType<Root> = {
  name: "Application",
  methods: {
    CreateWorkbook: { since: 8, open: (root, [base64], book) => hostObject(CREATED, { ...root, bytes: bytesOf(base64) }, book) },
  },
  calls: { SuspendScreenUpdatingUntilNextSync: { since: 9, run: () => undefined } },
};

const RUNTIME: HostType<Root> = {
  name: "Runtime",
  scalars: {
    EnableEvents: { since: 8, get: (_, book) => book.enableEvents, set: (_, value, book) => void (book.enableEvents = flagArgument(value, "enableEvents")) },
  },
};

const PROTECTION: HostType<Root> = {
  name: "WorkbookProtection",
  scalars: { Protected: { since: 7, get: (_, book) => book.draft.book.structureLocked } },
};

const FUNCTION_RESULT: HostType<{ readonly value: number }> = {
  name: "FunctionResult",
  scalars: { Value: { since: 2, get: ({ value }) => value } },
};

const DAYS_1904 = 1462;

const FUNCTIONS: HostType<Root> = {
  name: "Functions",
  methods: {
    Date: {
      since: 2,
      open(_, [year, month, day], book) {
        const serial = serialOfDay({ year: numberArgument(year, "year"), month: numberArgument(month, "month"), day: numberArgument(day, "day") });
        return hostObject(FUNCTION_RESULT, { value: book.draft.book.date1904 ? serial - DAYS_1904 : serial }, book);
      },
    },
  },
};

const WORKBOOK: HostType<Root> = {
  name: "Workbook",
  properties: {
    Worksheets: { since: 1, open: (_, __, book) => worksheetsObject(book) },
    Functions: { since: 2, open: (root, _, book) => hostObject(FUNCTIONS, root, book) },
    Application: { since: 1, open: (root, _, book) => hostObject(APPLICATION, root, book) },
    Protection: { since: 7, open: (root, _, book) => hostObject(PROTECTION, root, book) },
    _Runtime: { since: 5, open: (root, _, book) => hostObject(RUNTIME, root, book) },
  },
  methods: {
    GetActiveCell: {
      since: 7,
      open(_, __, book) {
        const { sheet, area } = book.selection ?? { sheet: book.activeId, area: { top: 0, left: 0 } };
        return rangeObject({ sheet, area: { top: area.top, left: area.left, bottom: area.top, right: area.left } }, book);
      },
    },
  },
  calls: {
    _RemoveReference: { since: 1, run: ({ outlets }, [reference]) => outlets.forget(textArgument(reference, "referenceId")) },
    CreateAndOpenWorkbook: { since: 8, run: ({ outlets }, [base64]) => outlets.open(bytesOf(base64)) },
  },
};

export function workbookObject(outlets: Outlets, book: LiveBook): HostObject {
  return hostObject(WORKBOOK, { outlets }, book);
}

export const WORKBOOK_TYPES: readonly TypeMembers[] = [CREATED, APPLICATION, RUNTIME, PROTECTION, FUNCTION_RESULT, FUNCTIONS, WORKBOOK];
