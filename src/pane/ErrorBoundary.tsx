import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { ErrorIcon } from "./icons";
import type { PaneWords } from "./words/zh";

interface Props {
  readonly words: PaneWords;
  /** Reads the workbook again. */
  readonly onReread: () => void;
  readonly children: ReactNode;
}

/** Catches bugs once, at the edge: a sentence and a way on, never an empty pane. */
export class ErrorBoundary extends Component<Props, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { readonly fault: string } {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { words, onReread } = this.props;
    return (
      <div className="tz-main">
        <div className="tz-intro" role="alert">
          <p className="tz-row tz-error"><ErrorIcon /><span className="tz-grow">{words.notice.bug}</span></p>
          <p className="tz-soft">{fault}</p>
          <Button appearance="primary" onClick={() => {
            this.setState({ fault: null });
            onReread();
          }}>{words.opened.reread}</Button>
        </div>
      </div>
    );
  }
}
