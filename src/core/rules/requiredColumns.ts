/** The cells that must not stay empty, by kind of row. A column that the ledger does not have is another rule's matter. */
import type { ColumnKey } from "../ledger/columns";
import type { LedgerRow } from "../ledger/ledger";

export type RequiredColumns = Readonly<Record<LedgerRow["kind"], readonly ColumnKey[]>>;

/** 责任单位 and replies may stay empty; a goal stands for the whole city and needs no unit. */
export const DEFAULT_REQUIRED: RequiredColumns = { task: ["content", "leadUnits"], goal: ["content"] };
