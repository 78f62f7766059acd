/**
 * Districts join bodies and call them by any mixture of words: 教科体局, 教育科技和体育局. Such a stem is read as a row of
 * atoms; two stems with the same atoms in the same order are one.
 */

/** official | other forms. One-character forms only stand beside others. */
const ATOMS = `
发展和改革|发展改革 发改
教育|教
科学技术|科技 科
工业和信息化|工业信息化 工信
经济和信息化|经济信息化 经信
经济和商务|经济商务 经商
工业|
信息化|
经济|
贸易|
商务|
投资促进|投促
民族宗教|民宗 民族宗教事务
民政|
司法|
财政|
金融|
人力资源和社会保障|人力资源社会保障 人社
自然资源|自资
规划|
生态环境|
住房和城乡建设|住房城乡建设 住建
城市管理|城管
综合执法|综合行政执法
交通运输|交通
水利|
水务|
农业农村|
林业|
畜牧|畜牧兽医
文化|文
广电|广播电视 广
旅游|旅
体育|体
卫生健康|卫健
退役军人事务|退役军人
应急管理|应急
国有资产监督管理|国资
市场监督管理|市场监管
行政审批|行政审批服务
政务服务|
数据|
大数据|
统计|
医疗保障|医保
知识产权|
粮食和物资储备|粮食和储备 粮食
`;

const OFFICIAL: ReadonlyMap<string, string> = new Map(
  ATOMS.trim()
    .split("\n")
    .flatMap((line) => {
      const [official = "", others = ""] = line.split("|");
      return [official, official.replace("和", ""), ...others.split(" ").filter((one) => one !== "")].map((form): [string, string] => [form, official]);
    }),
);

const LONGEST = Math.max(...[...OFFICIAL.keys()].map((form) => form.length));
const CONNECTOR = new Set("和与及、");

/** The official words of the stem's atoms, at least two; null where it is no row of atoms. Longest atoms first. */
export function atomsOf(stem: string): readonly string[] | null {
  if (stem.length < 2 || stem.length > 24) return null;
  const atoms = rowFrom(stem, 0, new Set());
  return atoms !== null && atoms.length >= 2 ? atoms : null;
}

/** `dead`: places from which no row reaches the end, so that each is tried once. */
function rowFrom(stem: string, at: number, dead: Set<number>): readonly string[] | null {
  if (at === stem.length) return [];
  if (dead.has(at)) return null;
  for (let length = Math.min(LONGEST, stem.length - at); length >= 1; length--) {
    const official = OFFICIAL.get(stem.slice(at, at + length));
    if (official === undefined) continue;
    const next = at + length;
    const after = CONNECTOR.has(stem.charAt(next)) && next + 1 < stem.length ? next + 1 : next;
    const rest = rowFrom(stem, after, dead);
    if (rest !== null) return [official, ...rest];
  }
  dead.add(at);
  return null;
}

/** The full writing of a row of atoms, with one 和 before the last: 教育科学技术和体育. */
export function joinAtoms(atoms: readonly string[]): string {
  return `${atoms.slice(0, -1).join("").replaceAll("和", "")}和${atoms[atoms.length - 1] ?? ""}`;
}
