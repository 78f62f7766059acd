import type { Policy } from "./policy";

/** The sum of the units' figures, one of each unit. Asks where a value is no figure or a unit gives two. */
export const sum: Policy = {
  name: "sum",
  countsEqual: true,
  resolve: ({ voices }) => {
    const byUnit = new Map<string, number>();
    for (const { value, unitKey } of voices) {
      if (typeof value !== "number" || (byUnit.has(unitKey) && byUnit.get(unitKey) !== value)) return null;
      byUnit.set(unitKey, value);
    }
    // Twelve digits: 0.1 and 0.2 are 0.3 to a clerk.
    const total = Number([...byUnit.values()].reduce((left, right) => left + right, 0).toPrecision(12));
    return { value: total, fateOf: () => "composed" };
  },
};
