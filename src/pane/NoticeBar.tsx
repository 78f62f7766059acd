/** What happened last: a sentence, what was and was not changed, and a way on. */
import { Button } from "@fluentui/react-components";
import type { FinalTold } from "../app/finalCopy";
import type { Notice, PreviewTitle } from "../app/sessionState";
import { saySettingsFileFault } from "../core/settings/saySettingsFileFault";
import { sayExcelFault, sayMasterFault } from "../app/sayFault";
import type { Language } from "../core/rules/say";
import { CloseIcon, ErrorIcon, GoodIcon, InfoIcon } from "./icons";
import { usePane } from "./usePane";
import type { PaneWords } from "./words/zh";

type Tone = "good" | "bad" | "info";

/** The sentence of a notice, which the live region says as well. */
export function sayNotice(notice: Notice, words: PaneWords, language: Language): string {
  switch (notice.kind) {
    case "written":
      return [
        words.notice.written[notice.title](notice.cells), notice.stale > 0 ? words.notice.stale(notice.stale) : "",
        NOT_IN_HISTORY.includes(notice.title) ? "" : words.notice.undoHint,
      ].filter((part) => part !== "").join(language === "zh" ? "" : " ");
    case "excelFault":
      return sayExcelFault(notice.fault, language);
    case "masterFault":
      return sayMasterFault(notice.fault, language);
    case "nothingToWrite":
      return words.notice.nothing[notice.title];
    case "editedSince":
      return words.notice.editedSince;
    case "settingsFault":
      return saySettingsFileFault(notice.fault, language);
    case "finalFault":
      return words.notice.finalFault;
    case "finished":
      return sayFinished(notice, words, language);
    case "sent":
      return words.notice.sent(notice.files, notice.name);
    case "delivered":
      return words.notice.delivered(notice.file);
    case "notMade":
      return words.notice.notMade(notice.file);
    case "unbalanced":
      return words.notice.unbalanced;
    case "cancelled":
      return words.notice.cancelled;
  }
}

/** Takings back, and sheets that are simply made anew. */
const NOT_IN_HISTORY: readonly PreviewTitle[] = ["undo", "removeLights", "review", "openList"];

/** What came of the copy; only what a person has to know is said. */
function sayFinished(told: FinalTold, words: PaneWords, language: Language): string {
  const own = words.notice;
  return [
    own.finished(told.formulas), told.leftSheets.length > 0 ? own.leftSheets(told.leftSheets.join(words.listSeparator)) : "",
    told.unvalued > 0 ? own.unvalued(told.unvalued) : "", told.shownRows > 0 ? own.shownRows(told.shownRows) : "",
    told.clearedColumns.length > 0 ? own.clearedColumns(told.clearedColumns.join(words.listSeparator)) : "", told.unkeptRules > 0 ? own.unkeptRules(told.unkeptRules) : "",
  ].filter((part) => part !== "").join(language === "zh" ? "" : " ");
}

function toneOf(notice: Notice): Tone {
  if (["written", "finished", "sent", "delivered"].includes(notice.kind)) return "good";
  return notice.kind === "nothingToWrite" || notice.kind === "cancelled" ? "info" : "bad";
}

export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { words, language, session, act } = usePane();
  const tone = toneOf(notice);
  const Icon = { good: GoodIcon, bad: ErrorIcon, info: InfoIcon }[tone];
  const canPreview = notice.kind === "editedSince" || (notice.kind === "excelFault" && notice.previewed);
  return (
    <div className={`tz-notice tz-notice-${tone}`} role={tone === "bad" ? "alert" : "group"} aria-label={tone === "bad" ? undefined : sayNotice(notice, words, language)}>
      <Icon className={`tz-icon ${tone === "bad" ? "tz-error" : ""}`} />
      <div>
        <p>{sayNotice(notice, words, language)}</p>
        {tone === "bad" && <div className="tz-row">
          {canPreview && <Button size="small" appearance="primary" onClick={() => act(() => session.previewAgain())}>{words.opened.again}</Button>}
          <Button size="small" onClick={() => act(() => session.open())}>{words.opened.reread}</Button>
        </div>}
      </div>
      <button type="button" className="tz-close" aria-label={words.close} title={words.close} onClick={() => session.dismissNotice()}><CloseIcon /></button>
    </div>
  );
}
