import { headerPlace } from "../finding";
import { isAddressedTo, reporterOf } from "../reporter";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  absent: {
    zh: "母版有{times}行发给{unit}，这里没有：序号{serials}；没有报送不等于删除",
    en: "{times} rows that the master gives to {unit} are not here: {serials}; absence deletes nothing",
  },
  dropped: {
    zh: "母版有{times}行这里没有：序号{serials}；没有的行不等于删除",
    en: "{times} rows of the master are not here: {serials}; absence deletes nothing",
  },
} as const;

const MOST_NAMED = 8;
/** With so many of the master's rows it is the whole ledger that came back, whoever sent it. */
const WHOLE_SHARE = 0.7;

export const masterRowsMissing: AgainstRule = {
  scope: "master",
  id: "master/rows-missing",
  group: "structure",
  severity: "info",
  title: { zh: "有任务没有反馈", en: "Tasks without a return" },
  why: {
    zh: "填报单位删掉的行，母版照样保留，并列入催报。",
    en: "Rows that a unit deleted stay in the master and are asked for again.",
  },
  say,
  beyondValues: true,
  check(context, { ledger: master, twins }) {
    const here = new Set(twins.values());
    const isWhole = here.size >= master.rows.length * WHOLE_SHARE;
    const reporter = isWhole ? null : reporterOf(context);
    if (!isWhole && !reporter) return [];
    const absent = master.rows.filter((row) => !here.has(row) && (!reporter || isAddressedTo(master, row, reporter, context) === true));
    if (absent.length === 0) return [];
    const serials = absent.slice(0, MOST_NAMED).map(({ key }) => key ?? "").join("、") + (absent.length > MOST_NAMED ? "……" : "");
    const message = reporter ? tell(say, "absent", { times: absent.length, unit: reporter.name, serials }) : tell(say, "dropped", { times: absent.length, serials });
    return [{ at: headerPlace(context.ledger), row: null, message, subject: serials }];
  },
  examples: [
    { name: "只报自己的行", given: [{ serial: 2, task: "乙", content: "抓好乙类。", leadUnits: "市财政局", reporter: "市财政局" }], against: [{ task: "甲" }, { task: "乙", content: "抓好乙类。", leadUnits: "市财政局" }], reports: [] },
    {
      name: "少了一行",
      given: [{ serial: 2, task: "乙", content: "抓好乙类。", leadUnits: "市财政局", reporter: "市财政局" }],
      against: [{ task: "甲", leadUnits: "市商务局", responsibleUnits: "市财政局" }, { task: "乙", content: "抓好乙类。", leadUnits: "市财政局" }],
      reports: [{ at: "0.serial", says: "absent" }],
    },
    {
      name: "整张台账里少了一行",
      given: [{ task: "甲" }, { task: "乙", content: "抓好乙类。" }, { task: "丙", content: "抓好丙类。" }],
      against: [{ task: "甲" }, { task: "乙", content: "抓好乙类。" }, { task: "丙", content: "抓好丙类。" }, { task: "丁", content: "抓好丁类。" }],
      reports: [{ at: "0.serial", says: "dropped" }],
    },
  ],
};
