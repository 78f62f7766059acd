import { dayNumber, parseIsoDay, serialOfDay, type Day } from "../core/grid/day";

interface Moment {
  readonly day: Day;
  /** Of a day. */
  readonly fraction: number;
}

/** "2025-12-31", or with a time behind it as in "2025-12-31T08:30:00"; null where the text is neither. */
function parseMoment(text: string): Moment | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/u.exec(text.trim());
  const day = found?.[1] === undefined ? null : parseIsoDay(found[1]);
  if (found === null || day === null) return null;
  return { day, fraction: (Number(found[2] ?? 0) * 3600 + Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0)) / 86_400 };
}

/** The serial number of an ISO date in Excel's 1900 system, its phantom day included; null where the text is none. */
export function excelSerial(text: string): number | null {
  const moment = parseMoment(text);
  return moment === null ? null : serialOfDay(moment.day) + moment.fraction;
}

/** The same as LibreOffice counts, from 30 December 1899: another number only before March 1900. */
export function libreOfficeSerial(text: string): number | null {
  const moment = parseMoment(text);
  return moment === null ? null : dayNumber(moment.day) + 25_569 + moment.fraction;
}
