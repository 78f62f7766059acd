/** Edits by people, told by the name of their sheet. Our own writing is silent: events are off while we write. */
import type { OfficeSession } from "./officeSession";

type Listener = (sheet: string) => void;

export class OfficeEdits {
  private readonly session: OfficeSession;
  private readonly listeners = new Set<Listener>();
  /** The registration with Excel, one for all listeners and for good: a pane that closes takes it along. */
  private registration: Promise<void> | null = null;

  constructor(session: OfficeSession) {
    this.session = session;
  }

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    this.registration ??= this.register();
    return () => void this.listeners.delete(listener);
  }

  /** Where Excel refuses to tell, nothing is heard: a command reads the cells again anyway. */
  private async register(): Promise<void> {
    try {
      await this.session.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async (event) => this.heard(event));
        const sheets = context.workbook.worksheets.load("items/id,items/name");
        await this.session.sync(context);
        for (const { id, name } of sheets.items) this.session.names.set(id, name);
        this.session.isListening = true;
      });
    } catch {
      this.registration = null;
    }
  }

  private async heard({ worksheetId, triggerSource, details, changeType }: Excel.WorksheetChangedEventArgs): Promise<void> {
    // Merging, inserting and deleting tell no details; typing into one cell does.
    if (changeType !== "RangeEdited" || (details as unknown) === undefined) this.session.forgetSpans(worksheetId);
    if (triggerSource === "ThisLocalAddin") return;
    const name = this.session.names.get(worksheetId) ?? (await this.lookUp(worksheetId));
    if (name !== null) for (const listener of this.listeners) listener(name);
  }

  private async lookUp(id: string): Promise<string | null> {
    try {
      return await this.session.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id).load("name");
        await this.session.sync(context);
        if (sheet.isNullObject) return null;
        this.session.names.set(id, sheet.name);
        return sheet.name;
      });
    } catch {
      return null;
    }
  }
}
