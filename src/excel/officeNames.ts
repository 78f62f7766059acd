/** Names by which our columns are found again; the workbook in memory uses the same. */

/** The columns of our layer, in the scope of its sheet. */
export const LAYER_NAME = "台账_辅助列";
/** The day that lights count from, in the scope of its sheet. */
export const AS_OF_NAME = "台账_截至日期";
/** Excel's own name for what is printed. */
export const PRINT_AREA = "Print_Area";
