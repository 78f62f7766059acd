/** Excel's errors in the words of the port, and a deadline for every trip to Excel. */
import type { ExcelFault } from "./port";

/** A trip that takes longer is given up: Excel hangs, or a dialog stands open. */
export const DEADLINE = 30_000;

/** Thrown when a trip took too long. What it was to write may have been written, or may be yet. */
export class OfficeTimeout extends Error {
  constructor() {
    super("Excel did not answer in time");
    this.name = "OfficeTimeout";
  }
}

/** What is thrown in our own code to leave a run with a fault. */
export class PortFault extends Error {
  readonly fault: ExcelFault;
  constructor(fault: ExcelFault) {
    super(fault.kind);
    this.name = "PortFault";
    this.fault = fault;
  }
}

/** Sends what is queued, and waits for the answer until the deadline. */
export async function syncWithin(context: { sync(): Promise<unknown> }, deadline: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OfficeTimeout()), deadline);
  });
  try {
    await Promise.race([context.sync(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Excel's code for an error of its own; null for any other error, which is a bug. */
export function codeOf(error: unknown): string | null {
  if (error instanceof OfficeTimeout) return "timeout";
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code !== "" ? error.code : null;
}

/** The fault that an error stands for; an error that is not Excel's is thrown again. `sheet` is the one that was worked on. */
export function faultOf(error: unknown, sheet: string | null = null): ExcelFault {
  if (error instanceof PortFault) return error.fault;
  const code = codeOf(error);
  if (code === null) throw error;
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return { kind: "editing" };
    case "ApiNotFound":
      return { kind: "unsupported", what: error instanceof Error ? error.message : code };
    case "AccessDenied":
      return sheet === null ? { kind: "host", code } : { kind: "protected", sheet };
    case "ItemNotFound":
      return sheet === null ? { kind: "host", code } : { kind: "sheetMissing", sheet };
    default:
      return { kind: "host", code };
  }
}

/** Whether Excel refused the whole request before it carried out any of it. */
export function isRefusedWhole(error: unknown): boolean {
  const code = codeOf(error);
  return code === "InvalidOperationInCellEditMode" || code === "RequestPayloadSizeLimitExceeded";
}

/** Whether the answer was too large for this Excel: asking for less helps. */
export function isTooMuch(error: unknown): boolean {
  return codeOf(error) === "ResponsePayloadSizeLimitExceeded";
}
