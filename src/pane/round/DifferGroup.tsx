/** Cells of one column on which the same units differ: all as one unit says, all as the master stands, or one by one. */
import { Button } from "@fluentui/react-components";
import type { OpenQuestion } from "../../app/openQuestions";
import { headerOf } from "../../core/ledger/columns";
import type { Decision, RowId } from "../../core/round/round";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { CellList } from "./CellList";
import { SendBack } from "./SendBack";

interface Props {
  readonly question: Extract<OpenQuestion, { kind: "differ" }>;
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

export function DifferGroup({ question: { column, units, cells }, sheetRows }: Props) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).open;
  const all = (take: (cell: (typeof cells)[number]) => string): readonly Decision[] => cells.map((cell) => ({ row: cell.row, column: cell.column, take: take(cell) }));
  const fileOf = (unit: string) => ({ values }: (typeof cells)[number]): string => values.find((value) => value.unit === unit)?.file ?? unit;
  const busy = state.busy !== null;
  return (
    <>
      {cells.length > 1 && (
        <div className="tz-row">
          {units.map((unit) => <Button key={unit} size="small" disabled={busy} onClick={() => act(() => session.round.decide(...all(fileOf(unit))))}>{own.takeAll(unit)}</Button>)}
          <Button size="small" disabled={busy} onClick={() => act(() => session.round.decide(...all(() => "master")))}>{own.keepAll}</Button>
        </div>
      )}
      <SendBack units={units} cells={cells} />
      <CellList cells={cells} sheetRows={sheetRows} label={own.differ(headerOf(column), units.join(words.listSeparator))} />
    </>
  );
}
