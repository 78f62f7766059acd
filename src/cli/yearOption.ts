import { err, ok, type Result } from "../core/result";

/** The year of `--year`, null where it isn't given; an error where it is no year. */
export function yearOption(text: string | null): Result<number | null, null> {
  if (text === null) return ok(null);
  return /^(?:19|20|21)\d{2}$/u.test(text) ? ok(Number(text)) : err(null);
}
