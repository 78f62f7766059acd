import { isoDay } from "../../grid/day";
import { daysLater, type DeadlineContext } from "../calendar";
import { NO_DEADLINE, type Deadline } from "../deadline";
import { workdaysAfter } from "../workdays";
import { figure, type DeadlineForm } from "./form";

/** 收到后5个工作日内, 印发之日起30日内: counted from an event that the document does not date; from the day it came where a person gives that. */
export const afterEvent: DeadlineForm = {
  id: "after-event",
  starts: "收接印发下通会文公自验项次办签交受完结报批立竣",
  second: "悉文到发布知议件收目结订办理成束送复项工后之起",
  needs: "起后",
  pattern: /(?:自)?(?<event>(?:收到|收文|收悉|接到|接文|接|印发|发布|下发|通知|会议?|文件|公布|验收|项目|办结|签订|交办|受理|完成|结束|报送|批复|立项|竣工)[^，。；、\d]{0,12}?)(?:之?日起|之?后|起)(?:的)?(?<days>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:(?<work>个工作)?[日天]|个?(?<weeks>周|星期)|(?<long>个月|年))(?:之内|以内|内)?/uy,
  where: "anywhere",
  read: ({ event = "", days, work, weeks, long }, context) =>
    long === undefined ? counted(event, figure(days) * (weeks === undefined ? 1 : 7), work !== undefined, context) : ofMonths(event),
  examples: [
    { text: "收到后5个工作日内", kind: "none", date: null },
    { text: "自批复之日起2年内", kind: "none", date: null },
    { text: "会后一周内", kind: "none", date: null },
    { text: "自印发之日起30日内", kind: "none", date: null },
  ],
};

/** Events that are the coming of the document or of the notice itself. */
const COMING = /^(?:收|接|印发|下发|发布|通知|文件|公布|交办)/u;

function counted(event: string, days: number, workdays: boolean, { received, holidays }: DeadlineContext): Deadline {
  const note = { kind: "after-event", event, days, workdays, withHolidays: (holidays ?? null) !== null } as const;
  if (received === undefined || received === null || !COMING.test(event)) return { ...NO_DEADLINE, note };
  const day = workdays ? workdaysAfter(received, days, holidays ?? null).day : daysLater(received, days);
  return { ...NO_DEADLINE, kind: "date", date: isoDay(day), note };
}

/** 印发后3个月内 is reckoned from the document by other forms; 批复之日起2年内 from a day that it does not know. */
function ofMonths(event: string): Deadline | null {
  return /^(?:印发|发布|下发|文件|通知|公布|发文)/u.test(event) ? null : NO_DEADLINE;
}
