import { NO_DEADLINE } from "../deadline";
import type { DeadlineForm } from "./form";

/** 每周五前, 每日, 每两年一次: a rhythm that no light can follow; work that goes on. */
export const rhythm: DeadlineForm = {
  id: "rhythm",
  starts: "每",
  pattern: /每(?:个)?(?:工作日|周[一二三四五六日]?|星期[一二三四五六日]?|日|天|旬|[两二三四五六2-9]个?[年月周])(?:之前|以前|前)?/uy,
  where: "expression",
  read: () => ({ ...NO_DEADLINE, kind: "ongoing" }),
  examples: [
    { text: "每周五前", kind: "ongoing", date: null },
    { text: "每两年一次", kind: "ongoing", date: null },
  ],
};
