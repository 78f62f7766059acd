import { NO_DEADLINE } from "../deadline";
import type { DeadlineForm } from "./form";

/** 长期坚持, 持续推进, 立行立改: to be done without a day on which it is due. */
export const ongoing: DeadlineForm = {
  id: "ongoing",
  starts: "长持常经立即马按随贯边日动滚不实逐",
  pattern: /长期(?:坚持|推进|实施|开展|执行|有效|工作|任务|落实|整改|不懈)?|持续(?:推进|开展|实施|整改|坚持|深化|落实|跟进|进行|发力|完善|巩固|加强|用力)?|常态化?(?:长效)?(?:工作|开展|推进|坚持|进行|落实|管理)?|长效(?:坚持|机制)?|常年(?:坚持|开展|推进)?|常抓不懈|动态(?:推进|管理|更新|调整)|滚动(?:推进|实施)|不间断|实时|逐[年步]推进|经常性?(?:开展|工作)?|立行立改|即行即改|立整立改|边整边改|边学边改|随到随办|立查立改|即知即改|即查即改|边查边改|立说立行|立即(?:整改|落实|执行|办理|开展|实施)?|即时|马上(?:整改|就办)?|按(?:照)?(?:时序|序时|计划|进度)(?:进度)?(?:有序)?(?:推进|开展|实施|完成)?|随时|贯穿(?:全年|始终)|日常(?:工作|开展)?/uy,
  where: "expression",
  read: () => ({ ...NO_DEADLINE, kind: "ongoing" }),
  examples: [
    { text: "立行立改，长期坚持", kind: "ongoing", date: null },
    { text: "持续推进", kind: "ongoing", date: null },
    { text: "常态化", kind: "ongoing", date: null },
    { text: "常抓不懈", kind: "ongoing", date: null },
    { text: "逐年推进", kind: "ongoing", date: null },
    { text: "按时序推进", kind: "ongoing", date: null },
  ],
};
