import { plainText } from "../../grid/grid";
import { readStatus, type Status, statusWord } from "../../lights/status";
import type { Policy } from "./policy";

/**
 * Done when all units whose answer is due say so; behind when one is; not started when nobody who reports has started; else
 * ongoing. Who has not answered has not said that it is done. Asks where a status is unknown.
 */
export const allDone: Policy = {
  name: "all-done",
  decidesEqual: "always",
  resolve: ({ voices, asked }) => {
    const said: Status[] = [];
    for (const { value, unit } of voices) {
      const status = readStatus(plainText(value));
      if (!status) return { kind: "unknownStatus", params: { unit, value: plainText(value) } };
      said.push(status);
    }
    const spoken = new Set(voices.map(({ unitKey }) => unitKey));
    const word = statusWord(jointOf(said, asked.every((key) => spoken.has(key))));
    return { value: word, fateOf: (voice) => (voice.value === word ? "accepted" : "rejected") };
  },
};

function jointOf(said: readonly Status[], complete: boolean): Status {
  if (said.includes("behind")) return "behind";
  if (said.every((status) => status === "notStarted")) return "notStarted";
  return complete && said.every((status) => status === "done") ? "done" : "ongoing";
}
