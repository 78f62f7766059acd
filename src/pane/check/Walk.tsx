/** Steps from place to place in the order of the sheet; F8 and Shift+F8 do the same. */
import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Issue } from "../../core/rules/rule";
import { usePane } from "../usePane";

interface Props {
  readonly issues: readonly Issue[];
  readonly onStep: (issue: Issue) => void;
}

export function Walk({ issues, onStep }: Props) {
  const { words, session, act } = usePane();
  const places = useMemo(() => issues.flatMap((issue) => issue.places.map((at) => ({ issue, at }))), [issues]);
  const [index, setIndex] = useState(-1);
  const current = Math.min(index, places.length - 1);
  const step = (by: number): void => {
    const next = current < 0 ? (by > 0 ? 0 : places.length - 1) : (current + by + places.length) % places.length;
    const place = places[next];
    if (!place) return;
    setIndex(next);
    onStep(place.issue);
    act(() => session.jump(place.at));
  };
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "F8") return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <div className="tz-row tz-grow" role="group" aria-label={words.check.walk} style={{ flex: "1 0 auto", flexWrap: "nowrap", gap: 4 }}>
      <Button size="small" title="Shift+F8" onClick={() => step(-1)}>{words.check.previous}</Button>
      <Button size="small" title="F8" onClick={() => step(1)}>{words.check.next}</Button>
      <span className="tz-soft" style={{ whiteSpace: "nowrap" }}>{words.check.position(current + 1, places.length)}</span>
    </div>
  );
}
