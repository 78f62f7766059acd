import type { Report } from "./report";

/** Something that is measured by `npm run bench -- NAME`. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  /** What runs in processes of its own, by a name that no other subject uses. */
  readonly sides: Readonly<Record<string, (...words: string[]) => void | Promise<void>>>;
  readonly run: (report: Report) => Promise<void>;
}
