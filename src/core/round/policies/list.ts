import { plainText } from "../../grid/grid";
import { composeParts, distinctParts } from "../compose";
import type { Policy } from "./policy";

/** All values, one below the other, each with its unit's name. */
export const list: Policy = {
  name: "list",
  resolve: ({ voices }) => {
    const parts = distinctParts(voices.map(({ unit, value }) => ({ unit, text: plainText(value) })));
    return { value: composeParts(parts), fateOf: () => (parts.length > 1 ? "composed" : "accepted") };
  },
};
