import { type Policy, taking } from "./policy";

/** The greatest figure. Asks where a value is no figure. */
export const max: Policy = {
  name: "max",
  resolve: ({ voices }) => {
    let greatest: { value: number; form: string } | null = null;
    for (const { value, form } of voices) {
      if (typeof value !== "number") return null;
      if (!greatest || value > greatest.value) greatest = { value, form };
    }
    return greatest && taking(greatest.value, greatest.form);
  },
};
