/** How much a package may unpack to (CONTRACT, Limits). There is no cap on rows. */
export interface Limits {
  readonly entries: number;
  /** Unpacked bytes over packed bytes, once `ratioAfter` bytes are out. */
  readonly ratio: number;
  readonly ratioAfter: number;
  /** Unpacked bytes of a whole package. */
  readonly unpacked: number;
}

const MB = 1024 * 1024;

/** In a browser or a task pane, where memory is shared with Excel. */
export const PANE_LIMITS: Limits = { entries: 1000, ratio: 200, ratioAfter: 10 * MB, unpacked: 256 * MB };

/** On the command line. */
export const COMMAND_LINE_LIMITS: Limits = { ...PANE_LIMITS, unpacked: 1024 * MB };
