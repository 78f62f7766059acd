/** What a host makes of a workbook that may leave the house; see `workbook/final`. */
export interface FinalCopy {
  readonly bytes: Uint8Array;
  readonly told: FinalTold;
}

/** What a person should know of the copy. */
export interface FinalTold {
  /** Formulas that are values now. */
  readonly formulas: number;
  /** Formulas without a saved result: their cells are empty. */
  readonly unvalued: number;
  readonly leftSheets: readonly string[];
  /** Hidden rows that can be seen now. */
  readonly shownRows: number;
  /** "台账!H": hidden columns that stayed behind. */
  readonly clearedColumns: readonly string[];
  /** Native rules whose colours could not be kept. */
  readonly unkeptRules: number;
}
