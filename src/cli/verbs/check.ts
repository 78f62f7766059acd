import { describeCheck, findIssues } from "../../app/check";
import { settingsOf } from "../../app/settings";
import { isoDay } from "../../core/grid/day";
import { contentCode } from "../../core/ledger/contentCode";
import { ok, type Result } from "../../core/result";
import { type CheckedLedger, readLedger } from "../readLedger";
import { refused, type Verb, type VerbContext } from "../verb";

const SEVERITY_WORDS = { error: "须改", warning: "建议改", info: "提示" } as const;

export const checkVerb: Verb = {
  name: "check",
  usage: "check 文件 [--against 总台账] [--last 上期台账] [--json]",
  options: { "--against": "value", "--last": "value" },
  async run(context) {
    const [path] = context.words.places;
    if (path === undefined) return refused(context, `用法：${checkVerb.usage}`);
    const own = await readLedger(path, context);
    if (!own.ok) return refused(context, own.error);
    const master = await readOther(context.words.value("--against"), context);
    if (!master.ok) return refused(context, master.error);
    const last = await readOther(context.words.value("--last"), context);
    if (!last.ok) return refused(context, last.error);
    const settings = settingsOf(own.value.carries || !master.value ? own.value : master.value);
    const described = describeCheck(findIssues({ ...own.value, master: master.value, last: last.value, asOf: isoDay(context.asOf) }, settings));
    const { issues, counts } = described;
    const ignored = settings.ignored.length;
    const lines = issues.map(({ severity, at, places, message }) => `${SEVERITY_WORDS[severity]}　${at}${places.length > 1 ? ` 等 ${places.length} 处` : ""}　${message}`);
    if (own.value.book.form === null) context.say("这种格式读不到字体、行高和打印设置，没有检查版式。");
    const text = [`须改 ${counts.error} 处，建议改 ${counts.warning} 处，提示 ${counts.info} 处${ignored > 0 ? `；已忽略 ${ignored} 处` : ""}。`, ...lines].join("\n");
    return { exit: counts.error > 0 ? 1 : 0, json: { ...described, ignored, content: contentCode(own.value.ledger) }, text };
  },
};

async function readOther(path: string | null, context: VerbContext): Promise<Result<CheckedLedger | null, string>> {
  return path === null ? ok(null) : readLedger(path, context);
}
