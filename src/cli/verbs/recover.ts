import { openMaster } from "../../app/master";
import { planRecovery } from "../../app/recover";
import { recoveryOf } from "../../app/recovery";
import { sayMasterFault } from "../../app/sayFault";
import { placeName } from "../../core/grid/a1";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { refused, type Verb } from "../verb";

export const recoverVerb: Verb = {
  name: "recover",
  usage: "recover 文件 -o 结果.xlsx --finish|--back [--json]",
  options: { "-o": "value", "--finish": "flag", "--back": "flag" },
  async run(context) {
    const { words } = context;
    const [path] = words.places;
    const out = words.value("-o");
    const finish = words.has("--finish");
    if (path === undefined || out === null || finish === words.has("--back")) return refused(context, `用法：${recoverVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const state = recoveryOf(opened.value);
    if (!state) return { exit: 0, json: { interrupted: false, written: [], open: [], left: [] }, text: "上次写入是完整的，没有需要恢复的内容，未写入文件。" };
    const batch = planRecovery(opened.value, finish ? "finish" : "takeBack");
    if (!batch) return refused(context, "记录已在改写，只能继续写完（--finish），写完后可用 undo 撤销。未写入任何文件。");
    const bytes = await commitTo(book.value, batch);
    const why = bytes.ok ? await writeOut(out, bytes.value, context) : bytes.error;
    if (why !== null) return refused(context, why);
    const places = { written: state.written.map(({ at }) => placeName(at)), open: state.open.map(({ at }) => placeName(at)), left: state.left.map(placeName) };
    const done = finish ? `已继续写完 ${places.open.length} 处（先前已写 ${places.written.length} 处）` : `已还原 ${places.written.length} 处`;
    const kept = places.left.length === 0 ? "" : `；${places.left.length} 处后来有人改过，保持现状：${places.left.join("、")}`;
    return { exit: places.left.length > 0 ? 1 : 0, json: { interrupted: true, way: finish ? "finish" : "back", ...places }, text: `${done}${kept}。` };
  },
};
