import { Button } from "@fluentui/react-components";
import { type DragEvent, useRef, useState } from "react";
import { usePane } from "../usePane";

const KINDS = ".xlsx,.xlsm,.xls,.xlsb,.et,.ods,.csv,.txt,.docx,.zip";

/** Takes files by drop or by button; a folder that is dropped gives what the browser gives of it. */
export function DropZone() {
  const { words, session, state, act } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hasFiles = state.merge.sources.length + state.merge.refused.length + (state.inbox?.files.length ?? 0) > 0;
  const add = (files: FileList | null): void => {
    const chosen = [...(files ?? [])];
    if (chosen.length > 0) act(async () => session.round.addFiles(await Promise.all(chosen.map(given))));
  };
  const drag = (event: DragEvent, isOver: boolean): void => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div
      className={["tz-drop", hasFiles ? "tz-drop-small" : "", over ? "tz-drop-over" : ""].join(" ")}
      onDragEnter={(event) => drag(event, true)} onDragOver={(event) => drag(event, true)} onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        add(event.dataTransfer.files);
      }}
    >
      <input ref={input} type="file" multiple hidden accept={KINDS} aria-label={words.merge.add} onChange={(event) => {
        add(event.target.files);
        event.target.value = "";
      }} />
      <Button size={hasFiles ? "small" : "medium"} appearance={hasFiles ? "secondary" : "primary"} onClick={() => input.current?.click()}>{words.merge.add}</Button>
      <p className={hasFiles ? "tz-soft" : ""}>{over ? words.merge.dropNow : hasFiles ? words.merge.dropMore : words.merge.drop}</p>
      {!hasFiles && <p className="tz-soft">{words.merge.kinds}</p>}
    </div>
  );
}

async function given(file: File): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
