import { openMaster } from "../../app/master";
import { sayMasterFault } from "../../app/sayFault";
import { planSettings } from "../../app/settings";
import { isoDay } from "../../core/grid/day";
import { err, ok, type Result } from "../../core/result";
import { DEFAULT_WORKBOOK_SETTINGS, settingRecords, type WorkbookSettings } from "../../core/settings/index";
import { saySettingsFileFault } from "../../core/settings/saySettingsFileFault";
import { settingsFile, withSettingsFile } from "../../core/settings/settingsFile";
import { commitTo } from "../commit";
import { readBytes, writeOut } from "../open";
import { openBook } from "../openBook";
import { refused, type Verb, type VerbContext } from "../verb";

export const settingsVerb: Verb = {
  name: "settings",
  usage: "settings 文件 [--export 设置.json] [--import 设置.json -o 结果.xlsx] [--reset -o 结果.xlsx] [--json]",
  options: { "-o": "value", "--export": "value", "--import": "value", "--reset": "flag" },
  async run(context) {
    const { words } = context;
    const [path] = words.places;
    const from = words.value("--import");
    const out = words.value("-o");
    const changes = from !== null || words.has("--reset");
    if (path === undefined || changes !== (out !== null)) return refused(context, `用法：${settingsVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const master = await openMaster(book.value.excel);
    if (!master.ok) return refused(context, sayMasterFault(master.error));
    const settings = await chosen(master.value.store.settings, from, words.has("--reset"), context);
    if (!settings.ok) return refused(context, settings.error);
    const plan = planSettings(master.value, settings.value, isoDay(context.asOf));
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const shared = words.value("--export");
    const unshared = shared === null ? null : await writeOut(shared, new TextEncoder().encode(settingsFile(settings.value)), context);
    if (unshared !== null) return refused(context, unshared);
    if (out !== null) {
      const bytes = plan.value ? await commitTo(book.value, plan.value) : ok(book.value.bytes);
      if (!bytes.ok) return refused(context, bytes.error);
      const why = await writeOut(out, bytes.value, context);
      if (why !== null) return refused(context, why);
    }
    const records = settingRecords(settings.value);
    const text = records.length === 0 ? "各项设置均为默认值。" : records.map(([word, ...rest]) => `${word ?? ""}　${rest.join("　")}`).join("\n");
    return { exit: 0, json: { settings: records }, text };
  },
};

async function chosen(own: WorkbookSettings, from: string | null, reset: boolean, context: VerbContext): Promise<Result<WorkbookSettings, string>> {
  const before = reset ? DEFAULT_WORKBOOK_SETTINGS : own;
  if (from === null) return ok(before);
  const bytes = await readBytes(from, context);
  if (!bytes.ok) return bytes;
  const read = withSettingsFile(before, new TextDecoder().decode(bytes.value));
  return read.ok ? read : err(saySettingsFileFault(read.error));
}
