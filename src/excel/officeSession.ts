/** What the adapter remembers between trips to Excel, and how it makes one. */
import type { Span } from "../core/grid/grid";
import { DEADLINE, PortFault, syncWithin } from "./officeFault";
import { wholeFile } from "./officeFile";
import { can } from "./officeVersion";

/** What a workbook's file tells that an older Excel does not. */
export interface FileFacts {
  /** Merged cells by the name of their sheet. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

export interface OfficeSettings {
  /** Milliseconds that a trip to Excel may take; 30 seconds where it is left out. */
  readonly deadline?: number;
  /** Reads the workbook's file where Excel's own interface cannot tell something; null for a file that cannot be read. */
  readonly inspect?: (bytes: Uint8Array) => Promise<FileFacts | null>;
  /** Puts several files into one package. */
  readonly zip?: (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<Uint8Array>;
  /** Hands a file to the person as a download. */
  readonly download?: (file: { readonly name: string; readonly bytes: Uint8Array }) => void;
}

export class OfficeSession {
  readonly settings: OfficeSettings;
  /** Names of sheets by their id, as last seen. */
  readonly names = new Map<string, string>();
  /** Whether days count from 1904; null as long as nobody has asked. */
  date1904: boolean | null = null;
  /** Whether edits are heard of: only then is what was seen once still true later. */
  isListening = false;
  /** Our columns by the id of their sheet, as last seen or put. */
  readonly ownColumns = new Map<string, { readonly first: number; readonly last: number } | null>();
  /** Names of sheets that we have put. */
  readonly ownSheets = new Set<string>();
  private readonly spans = new Map<string, readonly Span[]>();
  private facts: Promise<FileFacts> | null = null;
  /** Excel cannot tell of more than 512 merged areas: after it has failed to, the file is asked. */
  private spansBy: "excel" | "file" = can("spans") ? "excel" : "file";
  private hasAskedForSpans = false;

  constructor(settings: OfficeSettings) {
    this.settings = settings;
  }

  /** One run over the workbook: the only `Excel.run` there is. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return Excel.run(work);
  }

  async sync(context: Excel.RequestContext): Promise<void> {
    await syncWithin(context, this.settings.deadline ?? DEADLINE);
  }

  /** Queues the question for the date system, where it is open still; the answer is to be called for after the trip. */
  askDateSystem(context: Excel.RequestContext): () => void {
    if (this.date1904 !== null) return () => undefined;
    // The second day of 1904 is day 1463 or day 1. To Excel a calculation is a change: it costs the person's undo.
    const day = context.workbook.functions.date(1904, 1, 2).load("value");
    return () => {
      this.date1904 = day.value === 1;
    };
  }

  /** Merged cells of a sheet, where they are known and cannot have changed since. */
  knownSpans(id: string): readonly Span[] | undefined {
    return this.isListening ? this.spans.get(id) : undefined;
  }

  keepSpans(id: string, spans: readonly Span[]): void {
    this.spans.set(id, spans);
  }

  /** Cells may have been merged or moved: what was known of the sheet is no longer. */
  forgetSpans(id: string): void {
    this.spans.delete(id);
  }

  /** What the file says, read once for a command. */
  async fileFacts(what: string): Promise<FileFacts> {
    const { inspect, deadline = DEADLINE } = this.settings;
    if (inspect === undefined) throw new PortFault({ kind: "unsupported", what });
    this.facts ??= wholeFile(deadline).then(async (bytes) => {
      const facts = await inspect(bytes);
      if (facts === null) throw new PortFault({ kind: "unsupported", what });
      return facts;
    });
    return this.facts;
  }

  /** The id of the sheet that had this name when sheets were last seen; capitals do not matter to Excel. */
  idOf(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return [...this.names].find(([, known]) => known.toLowerCase() === wanted)?.[0];
  }

  /** Whether a reader has to ask Excel for the merged cells of a sheet: where they are not known. The question costs the person's undo. */
  readerAsksForSpans(name: string): boolean {
    const id = this.idOf(name);
    return (id === undefined || this.knownSpans(id) === undefined) && this.asksForSpans();
  }

  /** Whether Excel is asked for merged cells, or the file. */
  asksForSpans(): boolean {
    this.hasAskedForSpans ||= this.spansBy === "excel";
    return this.spansBy === "excel";
  }

  /** One command: what the file says is read anew for it. */
  begin(): void {
    this.facts = null;
    this.hasAskedForSpans = false;
  }

  /** After a command that failed before it wrote: whether another way to the merged cells is left to try. */
  turnsToFile(): boolean {
    if (!this.hasAskedForSpans || this.settings.inspect === undefined) return false;
    this.spansBy = "file";
    return true;
  }
}
