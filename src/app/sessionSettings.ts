/** 设置 and 忽略 in the pane: what a person sets for this workbook, kept in it at once. */
import type { IgnoreScope } from "../core/rules/ignored";
import type { Issue } from "../core/rules/rule";
import type { WorkbookSettings } from "../core/settings/index";
import { ok, type Result } from "../core/result";
import type { Batch } from "../excel/port";
import type { Master, MasterFault } from "./master";
import type { SessionDesk } from "./sessionDesk";

export class SessionSettings {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Puts findings aside, with the reason. */
  async ignore(issues: readonly Issue[], scope: IgnoreScope, reason: string): Promise<void> {
    await this.keep((master) => this.desk.engine.ignore(master, { issues, scope, reason, today: this.desk.host.today() }));
  }

  /** Takes what was put aside back into the check: the entry at this place of the list, or all of them. */
  async restoreIgnored(place: number | null): Promise<void> {
    await this.change((settings) => ({ ...settings, ignored: place === null ? [] : settings.ignored.filter((_one, index) => index !== place) }));
  }

  /** Keeps other settings in the workbook. */
  async change(next: (settings: WorkbookSettings) => WorkbookSettings): Promise<void> {
    await this.keep((master) => this.desk.engine.keepSettings(master, next(master.store.settings), this.desk.host.today()));
  }

  /** Hands the settings to the person as a file. */
  async exportFile(): Promise<void> {
    await this.desk.withMaster("checking", async (master, current) => {
      const text = await this.desk.engine.exportSettings(master);
      if (!current()) return;
      const done = await this.desk.port.deliver([{ name: "台账助手设置.json", bytes: new TextEncoder().encode(text) }]);
      if (!done.ok) this.desk.set({ notice: { kind: "excelFault", fault: done.error, previewed: false } });
    });
  }

  /** Takes a file's settings, whole or not at all. */
  async importFile(text: string): Promise<void> {
    await this.keep(async (master) => {
      const read = await this.desk.engine.importSettings(master, text);
      if (read.ok) return this.desk.engine.keepSettings(master, read.value, this.desk.host.today());
      this.desk.set({ notice: { kind: "settingsFault", fault: read.error } });
      return ok(null);
    });
  }

  /** Writes what concerns our own sheet alone; then the check is made anew where one was on screen. */
  private async keep(plan: (master: Master) => Promise<Result<Batch | null, MasterFault>>): Promise<void> {
    await this.desk.withMaster("writing", async (master) => {
      this.desk.set({ notice: null });
      const batch = await plan(master);
      if (!batch.ok) return this.desk.fail(batch.error);
      if (!batch.value) return;
      const done = await this.desk.write(batch.value);
      await this.desk.read();
      if (!done.ok) return this.desk.set({ notice: { kind: "excelFault", fault: done.error, previewed: false } });
      const after = this.desk.master();
      if (after && this.desk.state.issues) this.desk.set({ issues: await this.desk.check(after), stale: false });
    });
  }
}
