import { type ColumnKey, ownerOf, typeOf } from "../../ledger/columns";
import type { PolicyName } from "../round";

/** The policies that make sense for a column, as they are offered to a person; none for what is issued. */
export function offeredPolicies(column: ColumnKey): readonly PolicyName[] {
  const owner = ownerOf(column);
  if (owner === "unit") return ["ask", "lead"];
  if (owner !== "shared") return [];
  switch (typeOf(column)) {
    case "number":
      return ["ask", "lead", "sum", "max", "list"];
    case "status":
      return ["ask", "lead", "all-done", "list"];
    case "serial":
    case "text":
    case "units":
    case "date":
      return ["ask", "lead", "list"];
  }
}
