import { type Policy, taking } from "./policy";

/** The lead unit's value; of several lead units the first that reports. Asks where none does or where it contradicts itself. */
export const lead: Policy = {
  name: "lead",
  resolve: ({ voices, leads }) => {
    for (const key of leads) {
      const own = voices.filter((voice) => voice.unitKey === key);
      const [first] = own;
      if (!first) continue;
      return own.every(({ form }) => form === first.form) ? taking(first.value, first.form) : null;
    }
    return null;
  },
};
