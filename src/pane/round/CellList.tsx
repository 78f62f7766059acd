import type { Conflict } from "../../core/round/mergeReturns";
import type { RowId } from "../../core/round/round";
import { LongList } from "../LongList";
import { CellChoice } from "./CellChoice";

interface Props {
  readonly cells: readonly Conflict[];
  readonly sheetRows: ReadonlyMap<RowId, number>;
  readonly label: string;
}

/** The cells of a question, each to be decided by itself. */
export function CellList({ cells, sheetRows, label }: Props) {
  return (
    <LongList items={cells} label={label} keyOf={({ row, column }) => `${row}|${column}`}>
      {(cell) => <CellChoice cell={cell} sheetRows={sheetRows} />}
    </LongList>
  );
}
