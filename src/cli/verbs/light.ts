import { describeLights, planLighting, yearInTitle } from "../../app/light";
import { openMaster } from "../../app/master";
import { sayMasterFault } from "../../app/sayFault";
import { settingsOf } from "../../app/settings";
import { placeName } from "../../core/grid/a1";
import { LIGHTS } from "../../core/lights/light";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { refused, type Verb } from "../verb";
import { yearOption } from "../yearOption";

export const lightVerb: Verb = {
  name: "light",
  usage: "light 文件 -o 结果.xlsx [--year 年] [--json]",
  options: { "-o": "value", "--year": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    const year = yearOption(context.words.value("--year"));
    if (path === undefined || out === null || !year.ok) return refused(context, `用法：${lightVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const master = await openMaster(book.value.excel);
    if (!master.ok) return refused(context, sayMasterFault(master.error));
    const plan = planLighting(master.value, { asOf: context.asOf, year: year.value ?? yearInTitle(master.value) });
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const bytes = await commitTo(book.value, plan.value.batch);
    if (!bytes.ok) return refused(context, bytes.error);
    const why = await writeOut(out, bytes.value, context);
    if (why !== null) return refused(context, why);
    const [layer] = plan.value.batch.layers;
    const asOfCell = layer?.asOf ? placeName(layer.asOf) : null;
    const described = { ...describeLights(plan.value), asOfCell };
    const moved = described.postponed.map(({ row, from, to }) => `时限推后：序号 ${row ?? "—"}，${from} → ${to ?? "无日期"}，请在“调整后时限”写明依据。`);
    const counts = LIGHTS.filter((light) => described.counts[light] > 0).map((light) => `${settingsOf(master.value).lights.looks[light].word} ${described.counts[light]}`);
    return { exit: 0, json: described, text: `${counts.join("，")}。截至日期在 ${asOfCell ?? "—"}，改动它即可重新计算。${moved.map((line) => `\n${line}`).join("")}` };
  },
};
