import type { Said } from "../files/sayFileFault";

/** A file that could not be read, with its sentence in both languages. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: Said;
}
