import { comparisonForm } from "../../text/compare";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  nothing: {
    zh: "“{text}”没有写明做了什么、到什么程度，可退回补充",
    en: "“{text}” says neither what was done nor how far it got; it may be sent back",
  },
} as const;

/** Words that can be said of anything. What is left after taking them out is what the report says. */
const EMPTY =
  /正在|积极|稳步|有序|扎实|持续|全力|加快|加强|大力|认真|深入|切实|按照?|根据|计划|要求|序时|进度|部署|时间|节点|推进|推动|开展|落实|实施|进行|组织|高度重视|统筹|协调|相关|各项|有关|工作|任务|事项|目前|正|中|已|并|和|与|的|了|将|一步|下|抓好|抓紧|做好|确保|完成|按期|按时|如期|正常|顺利|进展|良好|总体|情况|领导|重点|项目|落地|见效|见行|取得|明显|较好|一定|阶段性|成效|成果|不断|强化|压实|责任|措施|到位|有力|有效|势头|态势|当前|既定|目标|安排|紧紧|紧盯|紧扣|聚焦|围绕|形成|合力|保质保量|圆满|全面|我市|我县|我区|我局|我委|单位|部门|本|均|都|在|对|将|向|按|依据|细化|之中|前|力度|效率|质量|稳妥|深化|提升|继续|不懈|统一|精心|,|。|;|、/gu;
const LONGEST = 40;

export const textEmptyPhrase: CellRule = {
  scope: "cell",
  id: "text/empty-phrase",
  group: "content",
  severity: "info",
  title: { zh: "空话套话", en: "Empty phrase" },
  why: {
    zh: "没有数字、没有具体做法的进展，无法判断是否按期。",
    en: "Progress without a figure or an act tells nobody whether the task is in time.",
  },
  say,
  on: ["text"],
  under: ["progress"],
  needs: { text: { most: LONGEST * 2 } },
  check({ text, key }) {
    if (text === null || key !== "progress" || text.length > LONGEST * 2) return [];
    const form = comparisonForm(text);
    const isEmpty = form.length > 2 && form.length <= LONGEST && /推进|开展|落实|重视|进行|实施/u.test(form) && form.replace(EMPTY, "") === "";
    return isEmpty ? [{ message: tell(say, "nothing", { text: short(text) }), subject: form }] : [];
  },
  examples: [
    { name: "有数字、有做法", given: [{ progress: "已建成 20 家，正在推进。" }, { progress: "已印发实施方案。" }, { progress: "无" }], reports: [] },
    { name: "只有套话", given: [{ progress: "正在积极推进中。" }], reports: [{ at: "1.progress", says: "nothing" }] },
    { name: "扎实推进落地见效", given: [{ progress: "领导高度重视，扎实推进各项工作落地见效。" }, { progress: "已压实责任、细化措施，全力推进。" }], reports: [{ at: "1.progress", says: "nothing" }, { at: "2.progress", says: "nothing" }] },
    { name: "按计划推进", given: [{ progress: "高度重视，按计划有序推进相关工作。" }], reports: [{ at: "1.progress", says: "nothing" }] },
  ],
};
