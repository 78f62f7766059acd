/**
 * Rounds that are over, packed: who was asked, what every file said, what was decided and typed. One row of the store each,
 * so that twelve months stay small and are opened only when somebody asks for them.
 */
import { isUntouched, type Round } from "../round/round";
import { packedLines, unpackedLines } from "./packedLines";
import { recordGrid, type StoreLine } from "./journal";
import type { PastRound } from "./pastLine";
import { EMPTY_STORE } from "./store";
import { readStore } from "./storeRows";

/** The round as it is kept when the next one begins; null for one of which there is nothing to keep. */
export function pastRound(round: Round, ended: string): PastRound | null {
  if (isUntouched({ ...round, dispatch: null, policies: new Map() })) return null;
  const { name, due } = round.dispatch ?? { name: "", due: "" };
  return { name, due, ended, packed: JSON.stringify([...packedLines({ ...EMPTY_STORE, round })]) };
}

/** The round whole, as it was; null where its row was damaged. */
export function openPast({ packed }: PastRound): Round | null {
  const lines = parsed(packed);
  const store = lines ? readStore(recordGrid([...unpackedLines(lines)])) : null;
  return store?.ok ? store.value.round : null;
}

function parsed(packed: string): readonly StoreLine[] | null {
  try {
    const lines: unknown = JSON.parse(packed);
    return Array.isArray(lines) && lines.every(Array.isArray) ? (lines as readonly StoreLine[]) : null;
  } catch {
    return null;
  }
}
