/** A screen in the place of a tab: its title, the way back, its content and its foot. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { usePane } from "./usePane";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Where the way back leads, where not to the tab. */
  readonly onBack?: () => void;
}

export function ScreenFrame({ title, children, foot, onBack }: Props) {
  const { words, session } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const back = onBack ?? (() => session.showScreen(null));
  return (
    <section aria-label={title} style={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column" }} onKeyDown={(event) => {
      if (event.key === "Escape") back();
    }}>
      <div className="tz-main">
        <div className="tz-row" style={{ flexWrap: "nowrap" }}>
          <Button size="small" style={{ minWidth: 36 }} aria-label={words.screen.back} title={words.screen.back} onClick={back}>←</Button>
          <h2 ref={heading} tabIndex={-1} className="tz-title tz-grow">{title}</h2>
        </div>
        {children}
      </div>
      {foot && <div className="tz-foot">{foot}</div>}
    </section>
  );
}
