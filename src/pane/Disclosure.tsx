import { type ReactNode, useId, useState } from "react";
import { Chevron } from "./icons";

interface Props {
  /** Words only: it is the button's name. */
  readonly label: ReactNode;
  readonly children: () => ReactNode;
  readonly startsOpen?: boolean;
  /** Where somebody else keeps which one is open. */
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** A heading that opens what belongs to it. The content is made only when it is shown. */
export function Disclosure({ label, children, startsOpen = false, open: given, onToggle }: Props) {
  const [own, setOwn] = useState(startsOpen);
  const open = given ?? own;
  const id = useId();
  return (
    <div className="tz-card">
      <button type="button" className="tz-disclose" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => {
        setOwn(!open);
        onToggle?.(!open);
      }}>
        <Chevron open={open} />
        {label}
      </button>
      {open && <div id={id} className="tz-disclosed">{children()}</div>}
    </div>
  );
}
