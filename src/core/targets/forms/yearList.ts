import { onDay, several, yearEnd } from "../calendar";
import type { DeadlineForm } from "./form";

/** 2025、2026年: several years with one 年. */
export const yearList: DeadlineForm = {
  id: "year-list",
  starts: "12",
  pattern: /(?<list>(?:19|20)\d\d(?:[、/和及](?:19|20)\d\d){1,5})年度?(?:底|末)?(?:之前|以前|前)?/uy,
  where: "anywhere",
  read: ({ list = "" }) => several(list.split(/[、/和及]/u).map((one) => onDay("year", yearEnd(Number(one)), { year: Number(one), assumed: false }))),
  examples: [{ text: "2025、2026年", kind: "multi", date: "2025-12-31" }],
};
