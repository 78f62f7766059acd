/** Targets without a figure: an end that is said (基本淘汰, 全部完成) or a level that others set (高于全省平均水平). */
import type { Span } from "./clauses";
import type { Operator } from "./target";

export interface QualitativeRead {
  readonly operator: Operator | null;
  /** Where the words end or begin that name the thing: before the predicate, or after the verb. */
  readonly subject: Span;
}

/** An end that is said with its extent. */
const ENDS = new RegExp(
  "(?:基本|全部|全面|整体|彻底|如期|率先|总体|普遍|完全|实质性|初步|按期|高质量|顺利)(?:上)?"
  + "(?:完成|建成|建立|形成|实现|淘汰|退出|替代|消除|解决|覆盖|达标|清零|停用|关停|取缔|普及|贯通|打通|建立健全|更新|满足|齐全|到位|具备|落实到位|投入使用|投用|通车|竣工|消灭|遏制|成型|纳入|接入|公开|启用|整改|办结|达到|确立|健全|完善|同步|得到(?:有效|妥善|彻底)?(?:处理|解决|整治|治理|控制|消除|改善|保障|落实))",
  "u",
);
/** An end that stands at the end. */
const AT_END = /(?:全覆盖|清零|全达标|“?应[一-龥]尽[一-龥]”?|全[国省市]前[一二三四五六七八九十]{1,2}(?:名|位|强)?|(?:全[国省市]|世界|国内|国际|行业)(?:前列|前茅|第一方阵|领先地位)|零(?:死亡|事故|伤亡|发生|增长|上访|遗漏))$/u;
/** 从中游水平提升到|全省前列: the words between the thing and the place it reaches. */
const RISE = /(?:从[^，]{1,16})?(?:继续|持续|稳定|稳步)?(?:提升|提高|进入|跻身|走在|位居|保持|达到|位列|排名|实现|力争)*(?:到|至|在|于)?$/u;
/** A level that others set, at the end of the clause. */
const LEVEL =
  /(?<word>不高于|不低于|不劣于|高于|优于|低于|好于|超过|快于|多于|少于|达到|控制在)(?<level>(?:全[国省市区县]|国内|国际|世界|同行业|行业|上年|上一?年度?|去年|往年|同期|期初|年初|国家|省|市|同类|发达)[^，。；、的]{0,8}(?:水平|平均|平均数|平均值|均值|标准|要求|数|值|增速|同期|目标|以内|先进))(?:以上|以内|以下)?$/u;
const LEVEL_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ["不高于", "<="], ["不低于", ">="], ["不劣于", ">="], ["高于", ">"], ["优于", ">"], ["低于", "<"], ["好于", ">"], ["超过", ">"], ["快于", ">"], ["多于", ">"],
  ["少于", "<"], ["达到", ">="], ["控制在", "<="],
]);
const ADVERBS = "(?:全市|全省|全区|全县|我市|本市|基本|全面|全部|力争|确保|争取|努力|累计|如期|率先|并|再|进一步|要|将|应|初步|总体|牵头)*";
/** Verbs whose object is there when they are done; what only goes on (推进, 开展, 加强) is no end. */
const RESULTS = new RegExp(
  `^${ADVERBS}(?:(?:建成(?:投用|投产|使用|运营|投入使用|并投入使用|启用|开放)?|建立健全|建立完善|建立|形成|完成|实现|打造成?|创建成?|创成|出台|制定完成|制定出台|制定并出台|研究制定|制定|修订完善|修订|修改完善|取消)(?:并|和|、)?)+`, "u");
/** Verbs that tell of the past as well: only with a day that is set (…底前). */
const DAY_RESULTS = new RegExp(
  `^${ADVERBS}(?:(?:印发|发布|编制|解决|消除|淘汰|关停|退出|启用|开通|建好|获批|投入使用|竣工|通车|取得|研究提出|提出|报送|报请|公布|清理完|设立|组建|办结|推出|迁入|搬迁|移交|交付|开工建设|开工|验收|上线|完善|健全|落实)(?:并|和|、)?)+`, "u");
const PROCESS_END = /(?:工作推进|推进工作|基础上|前提下|情况下|过程中|同时|之际|之后)$/u;

/** Reads an end or a level in the words of [start, end); null where they say neither. */
export function strongEndIn(text: string, { start, end }: Span): QualitativeRead | null {
  const words = text.slice(start, end);
  if (PROCESS_END.test(words)) return null;
  const level = LEVEL.exec(words);
  if (level) {
    return { operator: LEVEL_OPERATORS.get(level.groups?.["word"] ?? "") ?? null, subject: { start, end: start + level.index } };
  }
  const said = ENDS.exec(words);
  if (said) {
    const before = { start, end: start + said.index };
    return { operator: null, subject: said.index > 1 ? before : { start: start + said[0].length, end } };
  }
  const last = AT_END.exec(words);
  if (!last) return null;
  const rise = RISE.exec(words.slice(0, last.index))?.index ?? last.index;
  return { operator: null, subject: rise > 1 ? { start, end: start + rise } : { start: start + last.index, end } };
}

/** Reads what is done when its verb is done (建成…示范市, 出台…办法); only a date makes a target of it, `set` where that is a day. */
export function resultIn(text: string, { start, end }: Span, set: boolean): QualitativeRead | null {
  const words = text.slice(start, end);
  if (PROCESS_END.test(words)) return null;
  const found = RESULTS.exec(words) ?? (set ? DAY_RESULTS.exec(words) : null);
  if (!found || found[0].length >= words.length - 1) return null;
  return { operator: null, subject: { start: start + found[0].length, end } };
}

const ACTED = /(?<actor>^[^，；]{2,24}?)(?<verb>完成|建成|建立|出台|制定出台|实现|形成|制定完成|报送|投入使用)/u;

/** The same with who does it before the verb: 各省份完成…; only where a day is set for it. */
export function actedIn(text: string, { start, end }: Span): QualitativeRead | null {
  const words = text.slice(start, end);
  if (PROCESS_END.test(words)) return null;
  const found = ACTED.exec(words);
  if (!found) return null;
  const rest = start + found[0].length;
  return { operator: null, subject: rest < end - 1 ? { start: rest, end } : { start, end: start + (found.groups?.["actor"]?.length ?? 0) } };
}
