/** 发放 and 报告 in the pane: what goes out to the units, and what is told of the round. */
import type { DispatchRequest } from "./dispatch";
import type { ReportFormat, SessionDesk } from "./sessionDesk";

export class SessionPapers {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Works out which form goes to whom; nothing is made or written yet. */
  async plan(asked: Omit<DispatchRequest, "today">): Promise<void> {
    const request: DispatchRequest = { ...asked, today: this.desk.host.today() };
    await this.desk.withMaster("sending", async (master, current) => {
      const plan = await this.desk.engine.dispatch(master, request);
      if (!current()) return;
      if (plan.ok) this.desk.set({ sending: { ...plan.value, request }, notice: null });
      else this.desk.fail(plan.error);
    });
  }

  /** Something of the round was changed after it was planned. */
  forgetPlan(): void {
    this.desk.set({ sending: null });
  }

  /** Makes the forms of the plan, hands them over in one package, and lets the workbook remember them. */
  async send(): Promise<void> {
    const { sending } = this.desk.state;
    const { host } = this.desk;
    if (!sending || !host.documents) return;
    if (this.desk.edited) return this.desk.set({ sending: null, notice: { kind: "editedSince" } });
    const { request, forms, batch } = sending;
    await this.desk.during("sending", async (current) => {
      const documents = await host.documents?.();
      if (!documents) return;
      const files: { name: string; bytes: Uint8Array }[] = [];
      for (const form of forms) {
        this.desk.set({ progress: { done: files.length, total: forms.length } });
        // The page draws and listens between two forms.
        await new Promise((resolve) => setTimeout(resolve));
        if (!current()) return;
        const bytes = documents.form(form, request);
        if (!bytes) return this.desk.set({ notice: { kind: "notMade", file: form.file } });
        files.push({ name: form.file, bytes });
      }
      const [only, ...more] = files;
      const parcel = only && more.length === 0 ? only : { name: `${request.name}（填报表）.zip`, bytes: documents.zip(files) };
      const handed = await this.desk.port.deliver([parcel]);
      if (!current()) return;
      if (!handed.ok) return this.desk.set({ notice: { kind: "excelFault", fault: handed.error, previewed: false } });
      this.desk.set({ busy: "writing", progress: null });
      const written = await this.desk.write(batch);
      await this.desk.read();
      if (!written.ok) return this.desk.set({ notice: { kind: "excelFault", fault: written.error, previewed: false } });
      this.desk.set({ sending: null, report: null, notice: { kind: "sent", files: files.length, name: request.name } });
    });
  }

  /** Makes the report as of the day that the lights count from; nothing is written. */
  async report(): Promise<void> {
    await this.desk.withMaster("reporting", async (master, current) => {
      const report = await this.desk.engine.report(master, this.desk.state.asOf);
      if (!current()) return;
      if (report.ok) this.desk.set({ report: report.value });
      else this.desk.fail(report.error);
    });
  }

  /** Hands the report over as a file. */
  async deliver(format: ReportFormat): Promise<void> {
    const { report } = this.desk.state;
    const { host } = this.desk;
    if (!report || !host.documents) return;
    await this.desk.during("reporting", async (current) => {
      const documents = await host.documents?.();
      if (!documents) return;
      const file = `${report.title}.${format}`;
      const bytes = documents.report(report, format);
      if (!bytes) return this.desk.set({ notice: { kind: "notMade", file } });
      const handed = await this.desk.port.deliver([{ name: file, bytes }]);
      if (!current()) return;
      this.desk.set({ notice: handed.ok ? { kind: "delivered", file } : { kind: "excelFault", fault: handed.error, previewed: false } });
    });
  }
}
