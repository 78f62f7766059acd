/** Cells of the round as people know them. */
import type { CellRef } from "../../core/grid/grid";
import { type ColumnKey, headerOf } from "../../core/ledger/columns";
import type { Ledger } from "../../core/ledger/ledger";
import type { RowId } from "../../core/round/round";
import { PlaceButton, rowName, taskOf } from "../places";
import { usePane } from "../usePane";

/** Where a cell of the round stands in the sheet now; null where the sheet has lost its row or never had its column. */
export function roundPlace(ledger: Ledger, sheetRows: ReadonlyMap<RowId, number>, row: RowId | null, column: ColumnKey): CellRef | null {
  const gridRow = row === null ? undefined : sheetRows.get(row);
  const col = ledger.columns.find(({ key }) => key === column)?.col;
  return gridRow === undefined || col === undefined ? null : { sheet: ledger.sheet, row: gridRow, col };
}

interface Props {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

/** "第 3 项 · 进展情况" over the task's name, with the way there. */
export function CellHead({ row, column, sheetRows }: Props) {
  const { words, master } = usePane();
  if (!master) return null;
  const at = roundPlace(master.ledger, sheetRows, row, column);
  const own = master.ledger.rows.find(({ gridRow }) => gridRow === at?.row);
  return (
    <div>
      <div className="tz-row" style={{ flexWrap: "nowrap" }}>
        <h3 className="tz-strong tz-grow" style={{ fontSize: 13 }}>{rowName(words, own?.key ?? row)} · {headerOf(column)}</h3>
        {at && <PlaceButton at={at} />}
      </div>
      {own && <p className="tz-soft">{taskOf(master.ledger, own)}</p>}
    </div>
  );
}
