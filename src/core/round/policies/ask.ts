import type { Policy } from "./policy";

/** Values that differ are a conflict: a person decides. */
export const ask: Policy = { name: "ask", resolve: () => null };
