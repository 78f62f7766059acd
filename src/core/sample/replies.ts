/** Replies of the sample round: of real length and real shape, made from a seed, so that they are the same every time. */

/** Numbers from a seed: a linear congruential generator with the constants of Numerical Recipes. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 up to, not including, `sides`. */
  roll(sides: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 0x1_0000_0000) * sides);
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.roll(items.length)] ?? items[0];
  }
}

type Phrases = readonly [string, ...string[]];

const OPENINGS: Phrases = [
  "截至10月底，围绕“{task}”，我单位牵头召开专题推进会{n}次，印发实施细则，明确时间表、路线图和责任人。",
  "10月份，按照工作台账要求，制定“{task}”月度推进清单，逐项明确责任处室和完成时间，累计调度{n}次。",
  "今年以来，把“{task}”列入年度重点工作，建立周调度、月通报机制，累计解决企业反映问题{n}个。",
];
const ACTS: Phrases = [
  "组织摸底调查，完成{n}家企业（项目）现状登记，建立“一企一档”，按轻重缓急排定更新改造顺序",
  "会同财政部门完成第{q}批补贴资金审核，拨付资金{w}万元，惠及企业{n}家、居民{m}户",
  "新开工改造项目{n}个，竣工{q}个，完成投资{w}万元，占年度计划的{p}%",
  "举办政策宣讲和供需对接活动{q}场，参加企业{n}家次，现场达成合作意向{q}项",
  "完成招标采购{q}批次，合同金额{w}万元，设备已陆续到货安装",
  "开展联合督导检查{q}轮，发现问题{n}个，已整改{q}个，其余问题列入清单限期销号",
  "完成标准规范征求意见，收到反馈意见{n}条，采纳{q}条，拟于下月提请审定",
  "推动{q}家重点单位与金融机构签订授信协议，授信总额{w}万元，已放款{n}笔",
];
const CLOSINGS: Phrases = [
  "下一步，将继续加大协调力度，倒排工期，确保按期完成。",
  "下一步，将聚焦薄弱环节，强化要素保障，加快项目建设和资金拨付进度。",
  "下一步，将做好总结评估，及时固化经验做法，推动形成长效机制。",
];
const PROBLEMS: Phrases = [
  "部分中小企业更新改造意愿不强，自筹资金压力较大。",
  "个别项目前期手续办理周期较长，影响开工进度。",
  "区县之间进展不平衡，个别区县配套资金尚未到位。",
];
const NEXT: Phrases = [
  "11月底前完成剩余项目现场核查；会同区县逐户走访，落实配套资金。",
  "加强与行政审批部门衔接，实行容缺受理，力争月底前办结前期手续。",
  "每周通报区县进度，对连续两周排名靠后的区县开展专题帮扶。",
];

/** A report on the progress of a task: one to five acts, the longer ones numbered line by line. */
export function progressReply(task: string, dice: Dice): string {
  const count = 1 + dice.roll(5);
  const start = dice.roll(ACTS.length);
  const acts = Array.from({ length: count }, (_, index) => fill(ACTS[(start + index) % ACTS.length] ?? "", task, dice));
  const opening = fill(dice.pick(OPENINGS), task, dice);
  const closing = dice.pick(CLOSINGS);
  if (count < 3) return `${opening}${acts.join("；")}。${closing}`;
  const numbered = acts.map((act, index) => `${"一二三四五".charAt(index)}是${act}${index + 1 < count ? "；" : "。"}`);
  return [opening, ...numbered, closing].join("\n");
}

export function problemReply(dice: Dice): string {
  return dice.pick(PROBLEMS);
}

export function nextReply(dice: Dice): string {
  return dice.pick(NEXT);
}

function fill(pattern: string, task: string, dice: Dice): string {
  const sides: Readonly<Record<string, () => string>> = {
    task: () => task,
    n: () => String(8 + dice.roll(90)),
    m: () => String(200 + dice.roll(4000)),
    q: () => String(2 + dice.roll(7)),
    w: () => String(120 + dice.roll(9000)),
    p: () => String(35 + dice.roll(60)),
  };
  return pattern.replace(/\{([a-z]+)\}/gu, (hole, name: string) => sides[name]?.() ?? hole);
}
