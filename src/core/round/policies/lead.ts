import { type Policy, taking } from "./policy";

/** The lead unit's value; of several lead units the first that reports. Asks where none does. */
export const lead: Policy = {
  name: "lead",
  resolve: ({ voices, leads }) => {
    for (const key of leads) {
      const own = voices.find((voice) => voice.unitKey === key);
      if (own) return taking(own.value, own.form);
    }
    return { kind: "noLead", params: {} };
  },
};
