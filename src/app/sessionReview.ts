/** 报送前检查 and 定稿 in the pane. */
import type { SessionDesk } from "./sessionDesk";

export class SessionReview {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Makes the page; nothing is written. */
  async open(): Promise<void> {
    this.desk.set({ screen: "review" });
    await this.desk.withMaster("checking", async (master, current) => {
      const review = await this.desk.engine.review(master, this.desk.host.today(), await this.desk.looks());
      if (current()) this.desk.set({ review, notice: null });
    });
  }

  /** Previews the page as a sheet of the workbook. */
  async previewSheet(): Promise<void> {
    const { review } = this.desk.state;
    this.desk.again = () => this.previewSheet();
    if (review) this.desk.preview("review", await this.desk.engine.reviewSheet(review));
  }

  /** 定稿: the clean copy, handed to the person. The workbook stays as it is. */
  async deliverFinal(): Promise<void> {
    await this.desk.withMaster("finishing", async (master, current) => {
      const file = await this.desk.port.file();
      if (!current()) return;
      if (!file.ok) return this.desk.set({ notice: { kind: "excelFault", fault: file.error, previewed: false } });
      const made = await this.desk.host.finalCopy?.(file.value, master.ledger.sheet, this.desk.host.today());
      if (!current()) return;
      if (!made?.ok) return this.desk.set({ notice: { kind: "finalFault" } });
      const done = await this.desk.port.deliver([{ name: `${master.ledger.sheet}（定稿）.xlsx`, bytes: made.value.bytes }]);
      if (!done.ok) return this.desk.set({ notice: { kind: "excelFault", fault: done.error, previewed: false } });
      this.desk.set({ notice: { kind: "finished", ...made.value.told } });
    });
  }
}
