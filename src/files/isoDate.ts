import { parseIsoDay, serialOfDay } from "../core/grid/day";

/** The serial number (1900 system) of "2025-12-31" or "2025-12-31T08:30:00", or null where the text is neither. */
export function serialOfIsoDate(text: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/u.exec(text.trim());
  const day = found?.[1] === undefined ? null : parseIsoDay(found[1]);
  if (found === null || day === null) return null;
  return serialOfDay(day) + (Number(found[2] ?? 0) * 3600 + Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0)) / 86_400;
}
