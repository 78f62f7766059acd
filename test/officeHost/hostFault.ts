/** Why Excel refuses an action: Excel's own codes, kept in one place so that a capture of the real thing can correct them. */

export const MESSAGES = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  RequestAborted: "The request was aborted during run time.",
} as const;

export type HostCode = keyof typeof MESSAGES;

export class HostFault extends Error {
  readonly code: HostCode;
  constructor(code: HostCode, detail = "") {
    super(detail === "" ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`);
    this.name = "HostFault";
    this.code = code;
  }
}

/** A message that this host does not know. It is no answer of Excel's: the test that meets it has to fail, by the member's name. */
export class NotImplemented extends Error {
  constructor(what: string) {
    super(`the simulated Excel does not know ${what}`);
    this.name = "NotImplemented";
  }
}
