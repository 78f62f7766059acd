/** What stands beside each seed: what it is, and what is wrong in it. */
import { DAMAGES, type Expectation } from "../core/sample/damages/index";
import type { SampleReturn } from "../core/sample/sampleRound";

const OUTCOMES: Readonly<Record<Expectation, string>> = {
  normalised: "照常读取，不影响结果",
  proposed: "列为修改建议，总台账不变",
  flagged: "提示，总台账不变",
};

export function sourceStory(): string {
  return page("工作台账的原始文本", [
    "市政府印发的工作台账，制表符分列，一行一条，未作任何改动。",
    "",
    "8 章、28 节、60 项任务、8 行工作目标；每页都重复表头，共 12 次。",
    "",
    "其中本来就有的问题（检查应当如数指出，不多不少）：",
    "",
    "- 第 27 项写“市应急局”，其他处写“市应急管理局”；第 60 项写“市文化旅游局”，其他处写“市文化和旅游局”。",
    "- 第 5 项责任单位的顿号后多一个空格。",
    "- 第 59 项两个单位类别之间用了逗号。",
    "- 第 59、60 项的单位是开放的（有关部门、等有关部门）。",
    "- 第 2 项写“70%以上”，其他四处在百分号后留空格。",
  ]);
}

export function ledgerStory(): string {
  return page("由原始文本导入的工作台账", ["内容与原始文本逐字相同，表头只保留一次；原文中的问题原样保留，见原始文本的说明。"]);
}

export function masterStory(returns: readonly SampleReturn[]): string {
  return page("样例轮次：总台账", [
    "由工作台账加上六个填报列而成，填报列为空；`返回/` 中是各单位交回的表，`说明/` 中逐份写明毛病：",
    "",
    ...returns.map(({ file, damages }) => `- ${file}：${damages.length === 0 ? "没有毛病" : damages.map(titleOf).join("；")}`),
    "",
    "全部由 `npm run seeds` 生成，同样的文本得到同样的文件。",
  ]);
}

export function returnStory({ file, unit, damages, table }: SampleReturn): string {
  const rows = `${unit}交回的报送表，${table.rows.length} 行。`;
  const wrong = damages.map((kind) => {
    const damage = DAMAGES.find((own) => own.kind === kind);
    return damage ? `- ${damage.title}：${OUTCOMES[damage.expect]}。` : "";
  });
  const second = file.includes("(1)") ? ["", "同一单位的第二份文件：与第一份不同之处列为冲突，由人裁定。"] : [];
  return page(file, [rows, "", ...(wrong.length > 0 ? ["毛病：", "", ...wrong] : ["没有毛病。"]), ...second]);
}

function titleOf(kind: string): string {
  return DAMAGES.find((damage) => damage.kind === kind)?.title ?? kind;
}

function page(title: string, lines: readonly string[]): string {
  return [`# ${title}`, "", ...lines, ""].join("\n");
}
