/** Composition root: the command line over the workbook in memory. */
import { type Day, parseIsoDay } from "./core/grid/day";
import { readArguments } from "./cli/arguments";
import { nodeFiles } from "./cli/nodeFiles";
import type { ExitCode, VerbContext } from "./cli/verb";
import { VERBS } from "./cli/verbs/index";
import { writeJson } from "./cli/writeJson";

const USAGE = ["台账助手 命令行", "", ...VERBS.map(({ usage }) => `  ${usage}`), "", "  每条命令都可加 --json 和 --as-of 年-月-日"].join("\n");

// A reader that has seen enough (head) is no fault; whoever writes hears of all others.
process.stdout.on("error", () => undefined);

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...words]: readonly string[]): Promise<ExitCode> {
  const verb = VERBS.find((own) => own.name === name);
  if (!verb) {
    say(name === undefined ? USAGE : `没有“${name}”这条命令。\n${USAGE}`);
    return 2;
  }
  const read = readArguments(words, verb.options);
  const asOf = read.ok ? asOfDay(read.value.value("--as-of")) : null;
  if (!read.ok || !asOf) {
    say(`${read.ok ? "--as-of 应为 年-月-日，例如 2026-11-23" : read.error}\n用法：${verb.usage}`);
    return 2;
  }
  const context: VerbContext = { words: read.value, asOf, files: nodeFiles, say };
  try {
    const result = await verb.run(context);
    if (read.value.has("--json")) {
      if (result.json !== null) await writeJson(result.json, print);
    } else if (result.text !== "") {
      await print(`${result.text}\n`);
    }
    return result.exit;
  } catch (error) {
    // A bug of ours: said in one line, never as a stack.
    say(`程序内部出错，没有写入任何文件。请把这一行告诉开发者：${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

/** The day that counts as today: as given, else the local date. Null where the words are no day. */
function asOfDay(text: string | null): Day | null {
  if (text !== null) return parseIsoDay(text);
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && !("code" in error && error.code === "EPIPE")) reject(error);
      else resolve();
    });
  });
}
