import { recurring, several } from "../calendar";
import type { DeadlineForm } from "./form";

/** 每半年: two deadlines a year, at the end of each half. */
export const halfYearly: DeadlineForm = {
  id: "half-yearly",
  starts: "每",
  second: "半个",
  pattern: /每(?:个)?半年度?(?:末|底)?(?:之前|以前|前)?/uy,
  where: "anywhere",
  read: (_, context) => several([6, 12].map((month) => recurring({ every: "year", month, day: 31 }, context))),
  examples: [{ text: "每半年", kind: "multi", date: "2024-06-30" }],
};
