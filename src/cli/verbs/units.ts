import { textOf } from "../../core/ledger/ledger";
import { findLedger } from "../../core/parse/parseLedger";
import { unitNames } from "../../core/round/ledgerUnits";
import { identifyUnits, type UnitMatch } from "../../core/units/identify";
import { buildRegistry } from "../../core/units/registry";
import { sayProblem } from "../../app/sayFault";
import { readSource } from "../open";
import { refused, type Verb } from "../verb";

export const unitsVerb: Verb = {
  name: "units",
  usage: "units 名称… [--in 台账文件] [--json]",
  options: { "--in": "value" },
  async run(context) {
    const texts = context.words.places;
    if (texts.length === 0) return refused(context, `用法：${unitsVerb.usage}`);
    const path = context.words.value("--in");
    let matches: readonly UnitMatch[];
    if (path === null) matches = identifyUnits(texts);
    else {
      const source = await readSource(path, context);
      if (!source.ok) return refused(context, source.error);
      const found = findLedger(source.value.grids);
      if (!found.ok) return refused(context, sayProblem(found.error));
      const { ledger } = found.value;
      const registry = buildRegistry(unitNames(ledger), ledger.rows.map((row) => textOf(ledger, row, "content")));
      matches = texts.map((text) => registry.identify(text));
    }
    const line = ({ text, canonical, how, candidates }: UnitMatch): string =>
      how === "unknown" ? `${text}：不认识${candidates.length > 0 ? `，可能是 ${candidates.join("、")}` : ""}` : `${text} → ${canonical}`;
    return { exit: 0, json: matches, text: matches.map(line).join("\n") };
  },
};
