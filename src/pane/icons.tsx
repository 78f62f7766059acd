/** Small drawings that stand beside a word, never instead of one. */
import type { Severity } from "../core/rules/rule";

interface Drawing {
  readonly className?: string;
}

export function ErrorIcon({ className = "tz-icon" }: Drawing) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" stroke="var(--colorNeutralBackground1)" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

export function WarningIcon({ className = "tz-icon" }: Drawing) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.2l7.2 13H.8z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.6v.6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

export function InfoIcon({ className = "tz-icon" }: Drawing) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M8 7.2v4M8 4.6v.5" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

export function GoodIcon({ className = "tz-icon" }: Drawing) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M4.8 8.2l2.2 2.3 4.2-4.7" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export function CloseIcon() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}

export function Chevron({ open }: { readonly open: boolean }) {
  return (
    <svg className={open ? "tz-chevron tz-chevron-open" : "tz-chevron"} viewBox="0 0 12 12" aria-hidden="true">
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The icon and the word of a severity. */
export function SeverityMark({ severity, word }: { readonly severity: Severity; readonly word: string }) {
  const Icon = { error: ErrorIcon, warning: WarningIcon, info: InfoIcon }[severity];
  return (
    <span className={`tz-sev tz-${severity}`}>
      <Icon />
      {word}
    </span>
  );
}
