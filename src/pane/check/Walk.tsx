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
  // Where each issue's places begin: a list of all places of a large ledger would take the pane's thread too long.
  const begins = useMemo(() => {
    let sum = 0;
    return issues.map(({ places }) => (sum += places.length) - places.length);
  }, [issues]);
  const last = issues.length - 1;
  const count = (begins[last] ?? 0) + (issues[last]?.places.length ?? 0);
  const [index, setIndex] = useState(-1);
  const current = Math.min(index, count - 1);
  const step = (by: number): void => {
    const next = current < 0 ? (by > 0 ? 0 : count - 1) : (current + by + count) % count;
    const own = begins.filter((begin) => begin <= next).length - 1;
    const issue = issues[own];
    const at = issue?.places[next - (begins[own] ?? 0)];
    if (!issue || !at) return;
    setIndex(next);
    onStep(issue);
    act(() => session.jump(at));
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
      <span className="tz-soft" style={{ whiteSpace: "nowrap" }}>{words.check.position(current + 1, count)}</span>
    </div>
  );
}
