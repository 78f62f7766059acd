/** Characters that are taken for each other in typing: of like shape or of one sound, where a slip makes no other unit. */
const PAIRS = "育肓 城诚 民名 政证 财材 教校 通同 农浓 村材 监检 督监 审申 急级 局居 市是 委会 卫围 健建 康庚 游旅 化花 体休 信讯 改政 水氷 利力 务物 税锐 统同 计记 住往 房户 建健 设社 交文 运远 输轮 源原 资咨 规归 划化 境镜 态太 环坏 科料 技枝 业亚 工公 管官 理里 应庆 消肖 防访 救求 援缓 气汽 象像 候侯 档挡 案按 残惨 联连 妇归 团困 法发 院完 检俭 察查 公工 安按 司同 人入";

const OTHERS: ReadonlyMap<string, readonly string[]> = othersOf();

function othersOf(): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>();
  for (const pair of PAIRS.split(" ")) {
    const [left = "", right = ""] = Array.from(pair);
    others.set(left, [...(others.get(left) ?? []), right]);
    others.set(right, [...(others.get(right) ?? []), left]);
  }
  return others;
}

/** The name with one of its characters replaced by one that it is taken for, in order. */
export function readingsOf(name: string): readonly string[] {
  return Array.from(name).flatMap((char, at) => (OTHERS.get(char) ?? []).map((other) => name.slice(0, at) + other + name.slice(at + 1)));
}
