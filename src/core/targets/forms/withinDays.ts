import { NO_DEADLINE } from "../deadline";
import { CHINESE_FIGURES, figure, FIGURES, type DeadlineForm } from "./form";

/** 30日内, 10个工作日内, alone: counted from an event that is not even named. */
export const withinDays: DeadlineForm = {
  id: "within-days",
  starts: FIGURES + CHINESE_FIGURES,
  pattern: /(?<days>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:(?<work>个工作)?[日天]|个?(?<weeks>周|星期))(?:之内|以内|内)/uy,
  where: "expression",
  read: ({ days, work, weeks }) => ({
    ...NO_DEADLINE, note: { kind: "after-event", event: "", days: figure(days) * (weeks === undefined ? 1 : 7), workdays: work !== undefined, withHolidays: false },
  }),
  examples: [
    { text: "10个工作日内", kind: "none", date: null },
    { text: "两周内", kind: "none", date: null },
  ],
};
