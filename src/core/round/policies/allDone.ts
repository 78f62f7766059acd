import { plainText } from "../../grid/grid";
import { readStatus, type Status, statusWord } from "../../lights/status";
import type { Policy } from "./policy";

/** Done when all units that report are done; behind when one is; not started when none has; else ongoing. Asks where a status is unknown. */
export const allDone: Policy = {
  name: "all-done",
  resolve: ({ voices }) => {
    const said: Status[] = [];
    for (const { value } of voices) {
      const status = readStatus(plainText(value));
      if (!status) return null;
      said.push(status);
    }
    const joint = said.includes("behind") ? "behind" : (["done", "notStarted"] as const).find((status) => said.every((own) => own === status)) ?? "ongoing";
    const word = statusWord(joint);
    return { value: word, fateOf: (voice) => (voice.value === word ? "accepted" : "rejected") };
  },
};
