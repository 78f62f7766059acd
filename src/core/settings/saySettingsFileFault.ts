import type { Language } from "../rules/say";
import type { SettingsFileFault } from "./settingsFile";

/** The sentence of a fault: what is wrong, and that nothing was changed. */
export function saySettingsFileFault(fault: SettingsFileFault, language: Language = "zh"): string {
  const zh = language === "zh";
  switch (fault.kind) {
    case "notJson":
      return zh ? "这个文件不是 JSON 格式的设置文件，或内容不完整。设置未作任何改动。" : "The file is no JSON, or not whole. The settings were not changed.";
    case "notSettings":
      return zh ? "这个文件不是台账助手导出的设置文件。设置未作任何改动。" : "The file holds no settings exported from here. The settings were not changed.";
    case "newerSettings":
      return zh ? `设置文件由更新的版本导出（格式 ${fault.format}），请先升级。设置未作任何改动。` : `The settings were exported by a newer version (format ${fault.format}); update first. The settings were not changed.`;
    case "badRecord":
      return zh ? `设置文件的第 ${fault.index} 项 ${fault.record} 无法识别。设置未作任何改动。` : `Entry ${fault.index} of the file, ${fault.record}, makes no sense. The settings were not changed.`;
    case "unusable":
      return zh ? `设置文件中的“${fault.subject}”不能使用：${fault.why.zh}。设置未作任何改动。` : `“${fault.subject}” in the file can't be used: ${fault.why.en}. The settings were not changed.`;
  }
}
