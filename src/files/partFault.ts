import { err, ok, type Result } from "../core/result";
import type { FileFault } from "./fault";

/** A fault of a part, thrown inside `files` only; `attempt` makes it a value again. */
export class PartFault extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.kind);
    this.name = "PartFault";
    this.fault = fault;
  }
}

/** What `read` gives, or the fault of the part on which it stopped. */
export function attempt<T>(read: () => T): Result<T, FileFault> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof PartFault) return err(error.fault);
    throw error;
  }
}
