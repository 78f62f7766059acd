/**
 * Excel's half of Office.js, simulated: answers the batches of Microsoft's client over our workbook in memory,
 * counts them, and fails where a test wants it to. Nothing here knows Node or a browser.
 */
import { areaText } from "./rangeRef";
import type { HostCode } from "./hostFault";
import { HostFault, MESSAGES } from "./hostFault";
import type { HostObject } from "./hostObject";
import { LiveBook } from "./liveBook";
import type { Selection } from "./liveBook";
import { Person } from "./person";
import { runBatch } from "./processor";
import type { Profile } from "./profile";
import { dropUnfinishedRules, unfinishedRule } from "./rules";
import { WORKBOOK_TARGET } from "./objects/worksheetObject";
import { workbookObject } from "./objects/workbookObject";
import { NotImplemented } from "./hostFault";
import type { RequestMessage, ReplyBody } from "./wire";
import { FLAG } from "./wire";

/** Numbers of Office's own for requests that it refuses as a whole. */
export const OFFICE_ERROR = { general: 5001, cellEditMode: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;

/** What goes wrong with a request. */
export type SyncFault =
  /** Nothing of it is carried out. */
  | { readonly kind: "refuse"; readonly code: HostCode }
  /** The action of this number (from 0; from the end if negative) fails; those before it stay done. */
  | { readonly kind: "cut"; readonly before: number; readonly code: HostCode }
  /** All of it is carried out, but the answer is an error. */
  | { readonly kind: "lose"; readonly code: HostCode }
  /** No answer ever comes, and nothing is carried out. */
  | { readonly kind: "hang" };

/** One request, as it is counted. */
export interface SyncRecord {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The client's own flags: a request that writes and cannot be undone costs the person's list of undo steps. */
  readonly writes: boolean;
  readonly costsUndo: boolean;
}

export type HostAnswer =
  | { readonly kind: "reply"; readonly body: ReplyBody }
  | { readonly kind: "refused"; readonly officeError: number; readonly message: string };

/** An event as it goes to the client. */
export interface HostMessage {
  readonly entries: readonly { readonly messageCategory: number; readonly messageType: number; readonly targetId: string; readonly message: string }[];
}

const EVENT_CATEGORY = 65_536;
const CHANGED_EVENT = 10;

export interface HostOptions {
  /** Milliseconds that every request takes. */
  readonly latency?: number;
}

export class OfficeHost {
  readonly profile: Profile;
  readonly book: LiveBook;
  readonly person: Person;
  /** Every request so far. */
  readonly syncs: SyncRecord[] = [];
  /** Workbooks that Excel was asked to open beside this one. */
  readonly openedBooks: Uint8Array[] = [];
  /** A cell is being edited: every request is refused. */
  isEditing = false;
  private readonly latency: number;
  private readonly faults = new Map<number, SyncFault>();
  private readonly happenings = new Map<number, () => void>();
  private readonly kept = new Map<string, HostObject>();
  private receiver: ((message: HostMessage) => void) | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private arrived = 0;
  private lastReference = 0;

  constructor(workbook: Uint8Array, profile: Profile, { latency = 0 }: HostOptions = {}) {
    this.profile = profile;
    this.book = LiveBook.open(workbook, profile);
    this.latency = latency;
    this.person = new Person(this);
  }

  /** The n-th request from now (the next one is 1) goes wrong. */
  failAt(n: number, fault: SyncFault): void {
    this.faults.set(this.arrived + n, fault);
  }

  /** Something happens just before the n-th request from now is carried out: what somebody else does meanwhile. */
  before(n: number, happens: () => void): void {
    this.happenings.set(this.arrived + n, happens);
  }

  /** Objects that the client has asked to keep and not let go. */
  get keptObjects(): number {
    return this.kept.size;
  }

  /** The workbook as Excel would save it now. */
  save(): Uint8Array {
    return this.book.save();
  }

  /** Everything that has been asked is answered, and everybody has been told. */
  async idle(): Promise<void> {
    for (let seen = -1; seen !== this.arrived; ) {
      seen = this.arrived;
      await this.queue;
      await new Promise((done) => setTimeout(done, 2));
    }
  }

  /** Where the client receives events. */
  sendTo(receiver: (message: HostMessage) => void): void {
    this.receiver = receiver;
  }

  /** One request of the client, after those that came before it. */
  execute(message: RequestMessage, flags: number): Promise<HostAnswer> {
    this.arrived += 1;
    const number = this.arrived;
    const answer = this.queue.then(async () => {
      if (this.latency > 0) await new Promise((done) => setTimeout(done, this.latency));
      return this.answer(message, flags, number);
    });
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /** Tells those who listen what was written since the last time, soon but not at once, as Excel does. */
  tellChanges(source: "addin" | "person"): void {
    const changes = this.book.takeChanges();
    for (const change of changes) for (const target of [change.sheet, WORKBOOK_TARGET]) if (this.book.listeners.has(target)) this.tell(target, change, source);
  }

  private answer(message: RequestMessage, flags: number, number: number): HostAnswer | Promise<HostAnswer> {
    this.happenings.get(number)?.();
    const fault = this.faults.get(number);
    if (fault?.kind === "hang") {
      this.record(message, flags, 0);
      return new Promise(() => undefined);
    }
    const refused = this.refusal(message, fault);
    if (refused) {
      this.record(message, flags, 0);
      return refused;
    }
    const body = this.run(message, fault);
    const bytes = this.record(message, flags, bytesIn(body));
    if (fault?.kind === "lose") return { kind: "refused", officeError: OFFICE_ERROR.general, message: MESSAGES[fault.code] };
    if (this.isOver(bytes.responseBytes)) return { kind: "refused", officeError: OFFICE_ERROR.responseTooLarge, message: "The response payload size has exceeded the limit." };
    return { kind: "reply", body };
  }

  private refusal(message: RequestMessage, fault: SyncFault | undefined): HostAnswer | null {
    if (this.isEditing) return { kind: "refused", officeError: OFFICE_ERROR.cellEditMode, message: "Excel is in cell-editing mode." };
    if (this.isOver(bytesIn(message.Body))) return { kind: "refused", officeError: OFFICE_ERROR.requestTooLarge, message: "The request payload size has exceeded the limit." };
    if (fault?.kind === "refuse") return { kind: "refused", officeError: OFFICE_ERROR.general, message: MESSAGES[fault.code] };
    return null;
  }

  private run(message: RequestMessage, fault: SyncFault | undefined): ReplyBody {
    const { Body } = message;
    const stop = fault?.kind === "cut" ? { before: fault.before < 0 ? Body.Actions.length + fault.before : fault.before, fault: new HostFault(fault.code) } : null;
    const outlets = { open: (bytes: Uint8Array) => void this.openedBooks.push(bytes), forget: (id: string) => void this.kept.delete(id) };
    const body = runBatch(Body, {
      workbook: () => workbookObject(outlets, this.book),
      reference: (id) => this.keptObject(id),
      keep: (object) => this.keep(object),
    }, stop);
    if (stop) for (const { id } of this.book.sheets()) dropUnfinishedRules(this.book.sheet(id).part.root);
    this.book.settle();
    if (stop === null) this.requireWhole();
    this.tellChanges("addin");
    return body;
  }

  /** A batch that went through must not leave half a rule. */
  private requireWhole(): void {
    for (const { id, name } of this.book.sheets()) {
      if (unfinishedRule(this.book.sheet(id).part.root)) throw new NotImplemented(`a rule of ${name} without a formula, a fill and a font`);
    }
  }

  private keptObject(id: string): HostObject {
    const object = this.kept.get(id);
    if (object === undefined) throw new HostFault("ItemNotFound", id);
    return object;
  }

  private keep(object: HostObject): string {
    const id = `{REF-${++this.lastReference}}`;
    this.kept.set(id, object);
    return id;
  }

  private isOver(bytes: number): boolean {
    return this.profile.payloadLimit !== null && bytes > this.profile.payloadLimit;
  }

  private record(message: RequestMessage, flags: number, responseBytes: number): SyncRecord {
    const writes = (flags & FLAG.write) !== 0;
    const record = {
      actions: message.Body.Actions.length, requestBytes: bytesIn(message.Body), responseBytes, writes, costsUndo: writes && (flags & FLAG.undoable) === 0,
    };
    this.syncs.push(record);
    return record;
  }

  private tell(target: string, { sheet, area }: Selection, source: "addin" | "person"): void {
    const isOne = area.top === area.bottom && area.left === area.right;
    const after = isOne ? this.book.contents(sheet, area.top, area.left).value : null;
    const message = {
      changeType: "RangeEdited", source: "Local", worksheetId: sheet, address: areaText(area), shiftDirection: "None",
      ...(this.profile.excelApi >= 14 ? { triggerSource: source === "addin" ? "ThisLocalAddin" : "Unknown" } : {}),
      ...(isOne && source === "person" ? { valueAfter: after ?? "", valueBefore: "", valueTypeAfter: "Unknown", valueTypeBefore: "Unknown" } : {}),
    };
    const entry = { messageCategory: EVENT_CATEGORY, messageType: CHANGED_EVENT, targetId: target, message: JSON.stringify(message) };
    setTimeout(() => this.receiver?.({ entries: [entry] }), 0);
  }
}

function bytesIn(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
