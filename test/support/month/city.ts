/**
 * The city of the scripted month: its units, its ledger and what every unit says in which month. All of it is made from
 * numbers, and nothing here knows the product: what a cell must hold at the end is told without its code.
 */

export const OFFICES: readonly string[] = [
  "市发展改革委", "市工业和信息化局", "市财政局", "市教育局", "市科技局", "市公安局", "市民政局", "市司法局", "市人力资源社会保障局", "市自然资源局",
  "市生态环境局", "市住房城乡建设局", "市城市管理局", "市交通运输局", "市水务局", "市农业农村局", "市商务局", "市文化和旅游局", "市卫生健康委", "市退役军人局",
  "市应急管理局", "市审计局", "市国资委", "市市场监管局", "市体育局", "市统计局", "市医保局", "市大数据局", "市行政审批局", "市信访局",
  "市林业局", "市税务局", "市气象局", "市邮政管理局", "市供销社", "市机关事务局", "市地震局", "市烟草局",
];

export const DISTRICTS: readonly string[] = ["东湖区人民政府", "西湖区人民政府", "南岭区人民政府", "北港区人民政府", "新河区人民政府", "临山县人民政府", "云川县人民政府"];
export const DISTRICT_CLASS = "各区县人民政府（功能区管委会）";

export interface CityRow {
  readonly serial: number;
  readonly task: string;
  readonly content: string;
  readonly leads: readonly string[];
  readonly others: readonly string[];
}

export interface Said {
  readonly value?: number;
  readonly status?: string;
  readonly progress?: string;
}

export type Says = (unit: string, serial: number) => Said;

const FIELDS = ["城市更新", "河道治理", "数字政务", "养老服务", "绿色出行", "乡村道路", "技能培训", "食品安全", "文物保护", "仓储物流", "森林防火", "体育设施"];
const ACTS = ["项目库建设", "标准制定", "示范点打造", "资金监管", "问题清零"];
const MEASURES = ["个", "处", "项", "家", "场"];

/** Units that stand in rows of several: the others answer for themselves alone. */
const SHARING = [...OFFICES.slice(0, 19), ...OFFICES.slice(27, 34)];

/** 60 rows: 19 of one office with others, 19 of one office alone, 20 of several, 2 of the districts. */
export const ROWS: readonly CityRow[] = Array.from({ length: 60 }, (_, index): CityRow => {
  const serial = index + 1;
  const field = FIELDS[index % FIELDS.length] ?? "";
  const act = ACTS[Math.floor(index / FIELDS.length)] ?? "";
  const measure = MEASURES[(index * 7) % MEASURES.length] ?? "";
  const target = 12 + ((serial * 37) % 90);
  return { serial, task: `${field}${act}`, content: `围绕${field}开展${act}，到 2027 年底前完成 ${target} ${measure}以上，形成可复制的做法。`, ...unitsOf(serial) };
});

function unitsOf(serial: number): Pick<CityRow, "leads" | "others"> {
  if (serial > 58) return { leads: [DISTRICT_CLASS], others: [] };
  if (serial > 19 && serial <= 38) return { leads: [OFFICES[serial - 1] ?? ""], others: [] };
  const first = serial <= 19 ? serial - 1 : (serial * 5) % SHARING.length;
  const several = Array.from({ length: 1 + (serial % 5) }, (_, at) => SHARING[(first + 3 + at * 4) % SHARING.length] ?? "");
  const lead = SHARING[first] ?? "";
  const others = [...new Set(several)].filter((unit) => unit !== lead);
  return serial % 4 === 0 && others.length > 1 ? { leads: [lead, ...others.slice(0, 1)], others: others.slice(1) } : { leads: [lead], others };
}

/** The rows that went to a unit. */
export function rowsOf(unit: string): readonly CityRow[] {
  return ROWS.filter((row) => speakersIn(row).includes(unit));
}

/** The units of a row in the order in which a cell names them. */
export function speakersIn({ leads, others }: CityRow): readonly string[] {
  return leads[0] === DISTRICT_CLASS ? DISTRICTS : [...leads, ...others];
}

const STATUSES = ["进行中", "进行中", "进行中", "已完成", "滞后", "未启动"];
const DEEDS = ["现场核查", "方案论证", "设备采购", "合同签订", "人员培训", "联合检查", "竣工验收"];

/** A number that the same words always give. */
export function numberOf(...words: readonly (string | number)[]): number {
  let sum = 7;
  for (const char of words.join("|")) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}

/** What a unit reports in a month: a status and a text; a figure from those who lead, and from the districts for their first row. */
export function reply(month: string, unit: string, serial: number): Said {
  const row = ROWS[serial - 1];
  const seed = numberOf(month, unit, serial);
  const deed = DEEDS[seed % DEEDS.length] ?? "";
  const progress = `${month}完成${deed}${1 + (seed % 40)}次，涉及资金${100 + (numberOf(seed, "w") % 900)}万元，${unit.slice(1, 3)}第${serial}项按序推进。`;
  const status = STATUSES[numberOf(seed, "s") % STATUSES.length] ?? "";
  const figure = row && (row.leads.includes(unit) || (DISTRICTS.includes(unit) && serial === 59));
  return { status, progress, ...(figure ? { value: 3 + (numberOf(seed, "v") % 200) } : {}) };
}

/** What stood in the ledger before: texts of the units that have nothing new. */
export const LAST_MONTH: ReadonlyMap<number, Said> = new Map([24, 25, 26].map((serial) => [serial, { value: serial, status: "进行中", progress: `上月已完成${serial}处点位的摸底。` }]));
