/** The page of all rules, made from the rules themselves. */
import type { GuideLine } from "../core/rules/guide";
import type { RuleGroup, Severity } from "../core/rules/rule";

const GROUPS: Readonly<Record<RuleGroup, string>> = { structure: "结构", content: "内容", text: "文字", form: "版式" };
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "须改", warning: "应改", info: "提示" };

/** The page as HTML: one table a group; nothing in it runs. */
export function rulePage(lines: readonly GuideLine[]): string {
  const groups = [...new Set(lines.map(({ group }) => group))];
  const tables = groups.map((group) => {
    const own = lines.filter((line) => line.group === group);
    const rows = own.map(({ id, severity, title, why, example }) =>
      `      <tr id="${escape(id)}"><td><strong>${escape(title.zh)}</strong><br /><small lang="en">${escape(title.en)}</small><br /><code>${escape(id)}</code></td><td>${SEVERITIES[severity]}</td><td>${escape(why.zh)}<br /><small lang="en">${escape(why.en)}</small></td><td>${escape(example)}</td></tr>`,
    );
    return [
      `    <h2>${GROUPS[group]}（${own.length} 条）</h2>`, "    <table>", "      <tr><th scope=\"col\">查什么</th><th scope=\"col\">程度</th><th scope=\"col\">为什么</th><th scope=\"col\">例</th></tr>", ...rows, "    </table>",
    ].join("\n");
  });
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>台账助手 · 检查规则一览</title>
    <link rel="icon" type="image/png" href="icons/icon-32.png" />
    <link rel="stylesheet" href="notice.css" />
  </head>
  <body>
    <h1>检查规则一览</h1>
    <p>共 ${lines.length} 条。程度：须改＝影响分发和汇总；应改＝报送前应改正；提示＝请人看一眼。每条规则都可以在“设置”中调整程度或关闭，也可以只忽略一处或一种写法。</p>
    <p><a href="help.html">返回帮助</a></p>
${tables.join("\n")}
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
