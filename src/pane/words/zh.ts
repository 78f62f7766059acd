/** The words of the pane in Chinese. `en.ts` has the same shape: a word that is missing there does not compile. */
import type { Busy, PreviewTitle, Tab } from "../../app/sessionState";
import type { Fate } from "../../core/round/fate";
import type { Light } from "../../core/lights/light";
import type { Severity } from "../../core/rules/rule";

const tab: Record<Tab, string> = { check: "检查", lights: "时限", merge: "汇总", history: "历史" };

const busy: Record<Busy, string> = {
  opening: "正在读取工作簿…", checking: "正在检查…", lighting: "正在计算时限…", reading: "正在读取返回文件…", merging: "正在汇总…",
  undoing: "正在核对可撤销的内容…", writing: "正在写入…",
};

const severity: Record<Severity, string> = { error: "须改", warning: "应改", info: "提示" };

const light: Record<Light, string> = {
  overdue: "逾期", unverified: "已过时限·待核实", behind: "滞后", undecided: "待核定",
  "due-soon": "临期", "on-track": "正常", "no-deadline": "未明确时限", done: "已完成",
};

const fate: Record<Fate, readonly [name: string, meaning: string]> = {
  frame: ["表格框架", "标题、表头、章节、落款和填报人等，不是填报内容"],
  unchanged: ["与总台账相同", "内容没有变化，无需写入"],
  accepted: ["直接采用", "只有这一种说法，写入总台账"],
  composed: ["并入", "几家单位各有内容，按“单位：内容”并列写入"],
  conflict: ["冲突", "几家说法不同，等您裁定；裁定前保持总台账原样"],
  proposal: ["建议", "改动了下发内容或新增了行，等您决定"],
  rejected: ["未采用", "看懂了但不采用：重复的行或文件、不属于该单位的行"],
  unread: ["用不上", "批注、第二张表、错误值等，逐条列在“需留意”"],
};

const previewTitle: Record<PreviewTitle, string> = {
  fix: "预览：修正", proposal: "预览：采用建议", light: "预览：标注时限", removeLights: "预览：移除标注", merge: "预览：汇总写入", undo: "预览：撤销",
};

const written: Record<PreviewTitle, (cells: number) => string> = {
  fix: (cells) => `已修正 ${cells} 个单元格。`,
  proposal: (cells) => `已采用，写入 ${cells} 个单元格。`,
  light: () => "已标注：序号左侧颜色、右侧辅助列和“目标清单”都已更新。",
  removeLights: () => "已移除标注，台账原有内容未动。",
  merge: (cells) => `已写入 ${cells} 个单元格。`,
  undo: (cells) => `已撤销，恢复 ${cells} 个单元格。`,
};

const nothing: Record<PreviewTitle, string> = {
  fix: "没有可以直接修正的内容，未作任何改动。", proposal: "没有可采用的内容，未作任何改动。", light: "没有需要标注的内容。",
  removeLights: "表中没有标注，无需移除。", merge: "没有需要写入的内容：已采纳的都已在总台账中。", undo: "没有可以撤销的内容。",
};

export const zh = {
  app: "台账助手",
  tabs: "功能",
  tab,
  otherLanguage: "English",
  switchLanguage: "Switch to English",
  busy,
  progress: (done: number, total: number): string => `${done} / ${total}`,
  cancel: "取消",
  stop: "停止",
  close: "关闭",
  goTo: (place: string): string => `转到 ${place}`,
  row: (key: string): string => `第 ${key} 项`,
  goal: (key: string): string => `目标 ${key}`,
  more: (count: number): string => `显示其余 ${count} 条`,
  morePlaces: (count: number): string => `其余 ${count} 处`,
  less: "收起",
  copy: "复制",
  copied: "已复制",
  empty: "（空）",
  from: "原",
  to: "改",
  listSeparator: "、",

  opened: {
    reread: "重新读取",
    again: "重新预览",
    failed: "无法读取工作簿",
    stale: "表已改动，下面是改动前的结果。",
    refresh: "重新检查",
    summary: (sheet: string, tasks: number): string => `${sheet} · ${tasks} 项`,
  },

  header: {
    title: "没有找到台账的表头",
    ask: "如果表头用了别的写法，请在下面点选表头所在的行（“序号、重点任务、工作内容…”那一行）。",
    sheet: "工作表",
    rows: "选择表头所在的行",
    use: "使用这一行",
    nothing: "这张工作表是空的，请换一张。",
  },

  notice: {
    written,
    nothing,
    stale: (count: number): string => `另有 ${count} 个公式将在 Excel 打开时重新计算。`,
    undoHint: "可在“历史”中撤销。",
    unbalanced: "返回内容的去向合计不等于总数，为防遗漏，未写入任何内容。请移除最近添加的文件后重试，并把该文件反馈给维护人员。",
    editedSince: "预览之后表格被改过，未写入任何内容；请重新预览。",
    cancelled: "已停止，未作任何改动。",
    bug: "程序出现意外错误，这一步没有完成。已经写入的内容都记在“历史”中，可以撤销；请重新读取后继续。",
  },

  check: {
    start: "开始检查",
    again: "重新检查",
    intro: "逐项检查序号、单位、时限、数字和标点。只列出问题和理由，不改动表格。",
    summary: (count: number): string => `共发现 ${count} 个问题`,
    clean: (rows: number): string => `${rows} 项任务均通过检查，没有发现问题。`,
    allHidden: "当前筛选下没有问题。",
    all: "全部",
    filter: "按程度筛选",
    severity,
    fixAll: "修正全部安全项",
    fixAllHint: "安全项：只改写法，不改数字、日期和单位。",
    fixRule: "修正本类",
    fix: "修正",
    fixThis: (place: string): string => `修正 ${place}`,
    ignore: "忽略",
    ignoreThis: (place: string): string => `忽略 ${place}`,
    ignoreRule: "忽略本类",
    ignored: (count: number): string => `已忽略 ${count} 个`,
    restore: "恢复",
    why: "为什么",
    review: "需人工判断",
    places: (count: number): string => `${count} 处`,
    previous: "上一处",
    next: "下一处",
    position: (at: number, count: number): string => `${at} / ${count}`,
    walk: "逐处查看",
  },

  lights: {
    asOf: "截至日期",
    badDate: "请填写有效日期，如 2026-11-23。",
    compute: "计算时限",
    again: "重新计算",
    intro: "按完成时限和上报情况给每项任务定灯，并说明依据的原文。先看结果，满意后再标注到表中。",
    mark: "标注到表中",
    remove: "移除标注",
    counts: "各灯数量",
    all: "全部",
    light,
    none: "没有这一类任务。",
    noRows: "台账中没有任务。",
    due: (date: string): string => `时限 ${date}`,
    noDate: "无具体日期",
    hand: "人工认定",
    words: "依据",
  },

  merge: {
    add: "添加返回文件",
    drop: "把各单位返回的文件拖到这里，或点此选择",
    kinds: "可多选；支持 .xlsx .xls .et .ods .csv .docx 和 .zip 压缩包",
    dropNow: "松开即可添加",
    intro: "汇总不会覆盖总台账的下发内容；先看去向和差异，再决定写入。",
    sumLine: (all: number, taken: number, open: number, back: number): string => `返回 ${all} = 采纳 ${taken} + 待定 ${open} + 退回 ${back}`,
    sumUnit: "单位：格",
    sumExplain: "去向明细",
    taken: "采纳",
    open: "待定",
    back: "退回",
    frameNote: (cells: number, all: number): string => `另有表格框架 ${cells} 格；文件中共有 ${all} 格非空内容，每一格都有去向。`,
    fate,
    cells: (count: number): string => `${count} 格`,
    files: "文件",
    fileCount: (count: number): string => `${count} 个文件`,
    unit: "单位",
    state: "状态",
    merged: (rows: number): string => `已读入 ${rows} 行`,
    refused: "退回",
    unknownUnit: "单位不明",
    removeFile: (name: string): string => `移除 ${name}`,
    remove: "移除",
    conflicts: "冲突",
    conflictsNone: "没有待裁定的冲突。",
    master: "总台账",
    masterKeep: "保留总台账",
    typed: "手工输入",
    typedLabel: "手工输入的内容",
    decide: "按此裁定",
    decided: "已裁定",
    undecide: "改回待定",
    undecideThis: (row: string, column: string): string => `改回待定：${row} ${column}`,
    took: (what: string): string => `采用：${what}`,
    proposals: "建议",
    proposalsNone: "没有待处理的建议。",
    proposalHint: "单位改动了下发内容。默认保持总台账，采用与否由您决定。",
    accept: "采用",
    decline: "不采用",
    newRow: "总台账中没有的行",
    newRowHint: "如需采用，请在总台账中手工增加这一行。",
    settled: "写入已定部分",
    settledHint: "冲突和建议保持总台账原样，以后可以继续裁定。",
    flags: "需留意",
    missing: "缺少的答复",
    missingHint: "文件已返回，但这些行没有内容。",
    absent: "缺这一行",
    blank: "空白",
    notReturned: "未报单位",
    allReturned: "所有单位都已返回。",
    noneYet: "还没有添加文件。",
    waiting: "文件已读入，但还没有汇总。",
    retry: "重新汇总",
  },

  history: {
    intro: "每次写入都记在这里，可以随时撤销；别人后来改过的内容会保持现状并列出。",
    none: "还没有写入过任何内容。从“检查”开始吧。",
    runs: "操作记录",
    files: "本轮已汇总的文件",
    undo: "撤销",
    undoThis: (what: string): string => `撤销 ${what}`,
    normalize: (cells: number): string => `修正 ${cells} 个单元格`,
    proposal: (cells: number): string => `采用建议 ${cells} 处`,
    merge: (files: number): string => `汇总 ${files} 个文件`,
    light: "标注时限",
    other: (command: string): string => `操作 ${command}`,
    received: (date: string): string => `${date} 收`,
    cells: "改动明细",
    kept: "总台账中记有各单位原始报送（隐藏工作表“_台账”），外发前请另存并删除。",
  },

  preview: {
    title: previewTitle,
    write: "写入",
    cancel: "取消",
    cells: (count: number): string => `将改动 ${count} 个单元格`,
    noCells: "不改动台账原有的单元格。",
    own: (cells: number): string => `辅助列（表格右侧，不报送）：${cells} 个单元格`,
    rules: (count: number): string => `颜色规则：${count} 条`,
    sheets: (names: string): string => `工作表：${names}`,
    removed: (names: string): string => `移除：${names}`,
    helper: (sheet: string): string => `“${sheet}”右侧的辅助列和颜色`,
    lit: "各灯数量",
    takesBack: "不再计入本轮的文件",
    left: "以下内容保持现状",
    leftReason: { changed: "后来又被修改" },
    guard: "写入前会再次核对：如果其间有人改过这些单元格，则不写入任何内容。",
  },

  help: {
    title: "怎么用",
    steps: [
      "检查：列出台账中的问题和理由，安全项可以一次修正。",
      "时限：按截至日期给每项任务定灯，并标注到表中。",
      "汇总：把各单位返回的文件拖进来，核对去向，裁定冲突，写入总台账。",
      "历史：任何一次写入、任何一个文件都可以撤销。",
    ],
    privacy: "所有数据都在本机处理，不会离开这台电脑。",
    page: "打开完整帮助",
    start: "开始使用",
    outside: "这一页在 Excel 的任务窗格中使用。没有 Excel 时，请用浏览器工作台，功能相同。",
    workbench: "打开浏览器工作台",
  },
};

export type PaneWords = typeof zh;
