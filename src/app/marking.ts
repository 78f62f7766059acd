/** 人工认定, 调整时限, 首次建账: what people decide of rows is kept in hand until it is written with the lights. */
import { type GivenMark, marksOf, rowAnchor, type RowDecision } from "../core/lights/settling";
import type { LightSettings } from "../core/lights/settings";
import type { LedgerRow } from "../core/ledger/ledger";
import type { SessionDesk } from "./sessionDesk";

export class Marking {
  private readonly desk: SessionDesk;
  private readonly relight: () => Promise<void>;

  constructor(desk: SessionDesk, relight: () => Promise<void>) {
    this.desk = desk;
    this.relight = relight;
  }

  /** Takes these decisions in hand and shows the lights with them; a later decision about a row replaces the former. */
  async decide(decisions: readonly (readonly [LedgerRow, RowDecision])[], settings: LightSettings): Promise<void> {
    const ledger = this.desk.master()?.ledger;
    if (!ledger) return;
    const added = decisions.map(([row, decision]): GivenMark => ({ gridRow: row.gridRow, anchor: rowAnchor(ledger, row), marks: marksOf(decision, settings) }));
    const kept = this.desk.state.marks.filter((mark) => !added.some((own) => own.anchor === mark.anchor && own.gridRow === mark.gridRow));
    this.desk.set({ marks: [...kept, ...added] });
    await this.relight();
  }

  /** Tries other words and colours: they are kept in the workbook with the lights. */
  async useSettings(settings: LightSettings): Promise<void> {
    this.desk.set({ lightSettings: settings });
    await this.relight();
  }

  /** Drops everything that is not written yet. */
  async drop(): Promise<void> {
    this.desk.set({ marks: [], lightSettings: null });
    await this.relight();
  }
}
