import { NO_DEADLINE } from "../deadline";
import { figure, type DeadlineForm } from "./form";

/** 收到后5个工作日内, 印发之日起30日内: counted from an event that the document does not date. */
export const afterEvent: DeadlineForm = {
  id: "after-event",
  starts: "收接印发下通会文公自验项次办签交受完结报批立竣",
  second: "悉文到发布知议件收目结订办理成束送复项工后之起",
  needs: "日天周期",
  pattern: /(?:自)?(?<event>(?:收到|收文|收悉|接到|接文|接|印发|发布|下发|通知|会议?|文件|公布|验收|项目|办结|签订|交办|受理|完成|结束|报送|批复|立项|竣工)[^，。；、\d]{0,12}?)(?:之?日起|之?后|起)(?:的)?(?<days>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:(?<work>个工作)?[日天]|个?(?<weeks>周|星期))(?:之内|以内|内)?/uy,
  where: "anywhere",
  read: ({ event = "", days, work, weeks }) => ({
    ...NO_DEADLINE, note: { kind: "after-event", event, days: figure(days) * (weeks === undefined ? 1 : 7), workdays: work !== undefined },
  }),
  examples: [
    { text: "收到后5个工作日内", kind: "none", date: null },
    { text: "会后一周内", kind: "none", date: null },
    { text: "自印发之日起30日内", kind: "none", date: null },
  ],
};
