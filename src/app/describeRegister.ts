/** What `receive` answers, as CONTRACT writes it. */
import type { ReturnReading } from "../core/round/reading";
import { type RegisterLine, STATE_WORDS } from "../core/round/register";
import { sayRefusal } from "../core/round/sayFlag";

/** The register, one line a unit. */
export function describeRegister(register: readonly RegisterLine[]) {
  return register.map(({ unit, state, files, rows, missing, received, late, reason }) => ({ unit, state: STATE_WORDS[state], files, rows, missing, received, late, reason }));
}

/** The waiting files; those that could not even be read come last. */
export function describeReceived(readings: readonly ReturnReading[], unread: readonly { readonly file: string; readonly reason: string }[]) {
  return [
    ...readings.map(({ file, unit, unitFrom, refused, rows }) => ({ file, unit, unitFrom, status: refused ? "refused" : "received", reason: refused ? sayRefusal(refused) : null, rows })),
    ...unread.map(({ file, reason }) => ({ file, unit: null, unitFrom: null, status: "refused", reason, rows: 0 })),
  ];
}
