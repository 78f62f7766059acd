/** A unit's files contradict each other: one of them counts, or each cell is decided. */
import { Button } from "@fluentui/react-components";
import type { OpenQuestion } from "../../app/openQuestions";
import type { RowId } from "../../core/round/round";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { CellList } from "./CellList";
import { SendBack } from "./SendBack";

interface Props {
  readonly question: Extract<OpenQuestion, { kind: "twice" }>;
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

export function TwiceGroup({ question: { unit, files, cells }, sheetRows }: Props) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).open;
  return (
    <>
      <p className="tz-soft">{own.twiceHint}</p>
      <div className="tz-stack" style={{ alignItems: "flex-start" }}>
        {files.map((file) => (
          <Button key={file} size="small" disabled={state.busy !== null} onClick={() => act(() => session.round.replaceBy(file, files.filter((other) => other !== file)))}>
            {own.replaceBy(file.slice(file.lastIndexOf("/") + 1))}
          </Button>
        ))}
      </div>
      <SendBack units={[unit]} cells={cells} />
      <CellList cells={cells} sheetRows={sheetRows} label={own.twice(unit, files.length)} />
    </>
  );
}
