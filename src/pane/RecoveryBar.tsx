/** A write that was cut off: how far it came, and both ways on. It stays until one of them is taken. */
import { Button } from "@fluentui/react-components";
import type { Master } from "../app/master";
import { recoveryOf } from "../app/recovery";
import { ErrorIcon } from "./icons";
import { usePane } from "./usePane";

export function RecoveryBar({ master }: { readonly master: Master }) {
  const { words, session, state, act } = usePane();
  const found = recoveryOf(master);
  if (!found) return null;
  const busy = state.busy !== null;
  const { recovery } = words;
  return (
    <div className="tz-notice tz-notice-bad" role="alert">
      <ErrorIcon className="tz-icon tz-error" />
      <div>
        <p className="tz-strong">{recovery.title}</p>
        <p>{found.canTakeBack ? recovery.state(found.written.length, found.open.length) : recovery.recordOnly}</p>
        {found.left.length > 0 && <p>{recovery.left(found.left.length)}</p>}
        {found.lights && <p>{recovery.lights}</p>}
        <div className="tz-row">
          <Button size="small" appearance="primary" disabled={busy} onClick={() => act(() => session.previewRecovery("finish"))}>{recovery.finish}</Button>
          {found.canTakeBack && <Button size="small" disabled={busy} onClick={() => act(() => session.previewRecovery("takeBack"))}>{recovery.takeBack}</Button>}
        </div>
      </div>
    </div>
  );
}
