import type { FileFault } from "./fault";

/** One sentence in each language: what is wrong with the file and what to do. Nothing of a refused file is ever used. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** Words a fault. What it says comes after the file's name. */
export function sayFileFault(fault: FileFault): Said {
  const say = WORDS[fault.kind] as (fault: FileFault) => Said;
  const { zh, en } = say(fault);
  return { zh: `${zh}。没有读取其中任何内容，总台账未改动。`, en: `${en} Nothing of it was read, and the master is unchanged.` };
}

type Wording = { readonly [Kind in FileFault["kind"]]: (fault: Extract<FileFault, { readonly kind: Kind }>) => Said };

const WORDS: Wording = {
  empty: () => ({ zh: "文件是空的，请让填报单位重新发送", en: "The file is empty: ask the unit to send it again." }),
  notWorkbook: () => ({ zh: "不是表格文件，请用 Excel 或 WPS 打开后另存为 .xlsx", en: "This is no table: open it in Excel or WPS and save it as .xlsx." }),
  truncated: () => ({ zh: "文件不完整，可能没有下载或复制完，请重新下载或让填报单位重新发送", en: "The file is cut short: download it again or ask the unit to send it again." }),
  encryptedWorkbook: () => ({ zh: "工作簿设有打开密码，请输入密码打开后取消密码，另存为 .xlsx", en: "The workbook has a password: open it, take the password away and save it as .xlsx." }),
  encryptedZip: () => ({ zh: "压缩包设有密码，请解压后再选择其中的文件", en: "The zip has a password: unpack it and choose the files in it." }),
  htmlNamedXls: () => ({ zh: "内容是网页，不是工作簿（有的系统导出时只改了扩展名），请用 Excel 或 WPS 打开后另存为 .xlsx", en: "This is a web page under the name of a workbook: open it in Excel or WPS and save it as .xlsx." }),
  mhtNamedXls: () => ({ zh: "内容是单个文件网页（MHT），不是工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx", en: "This is a web archive (MHT) under the name of a workbook: open it in Excel or WPS and save it as .xlsx." }),
  xmlNamedXls: () => ({ zh: "内容是 XML 文本（如“XML 表格 2003”），请用 Excel 或 WPS 打开后另存为 .xlsx", en: "This is XML text (such as XML Spreadsheet 2003): open it in Excel or WPS and save it as .xlsx." }),
  doc: () => ({ zh: "是旧版 Word 文档（.doc），请用 Word 或 WPS 打开后另存为 .docx，或把表格复制到 Excel", en: "This is an old Word document: save it as .docx, or copy its table into Excel." }),
  wps: () => ({ zh: "是 WPS 文字文档（.wps），请用 WPS 打开后另存为 .docx，或把表格复制到 WPS 表格", en: "This is a WPS document: save it as .docx, or copy its table into a sheet." }),
  rtf: () => ({ zh: "是 RTF 文档，请用 Word 或 WPS 打开后另存为 .docx", en: "This is an RTF document: save it as .docx." }),
  presentation: () => ({ zh: "是演示文稿，没有可读取的表格，请向填报单位索要 .xlsx", en: "This is a presentation: ask the unit for an .xlsx." }),
  pdf: () => ({ zh: "是 PDF，请向填报单位索要原表，或用 WPS 的“PDF 转 Excel”存为 .xlsx", en: "This is a PDF: ask the unit for the table, or let WPS convert it to .xlsx." }),
  ofd: () => ({ zh: "是 OFD 版式文件，请向填报单位索要原表，或用 WPS 转换后存为 .xlsx", en: "This is an OFD document: ask the unit for the table, or let WPS convert it to .xlsx." }),
  mail: () => ({ zh: "是邮件，不是表格，请打开邮件，把附件另存后再选择", en: "This is a mail: open it, save its attachment and choose that." }),
  archive: (fault) => ({ zh: `是 ${fault.format.toUpperCase()} 压缩包，请解压后选择其中的文件，或改用 .zip`, en: `This is a ${fault.format.toUpperCase()} archive: unpack it, or use .zip.` }),
  picture: (fault) => ({ zh: `是图片（${fault.format}），请向填报单位索要原表，或用 WPS 的“图片转表格”存为 .xlsx`, en: `This is a picture (${fault.format}): ask the unit for the table.` }),
  zipOfFiles: () => ({ zh: "是压缩包，里面没有单独的表格，请整包选择或解压后选择其中的文件", en: "This is a zip of files: choose it as a batch, or unpack it." }),
  zipTooDeep: () => ({ zh: "压缩包里的压缩包里还有压缩包，请解压后选择其中的文件", en: "Zips are nested too deep: unpack them and choose the files." }),
  zipBomb: (fault) => ({ zh: `“${short(fault.part)}”解压后超过原大小的 ${fault.ratio} 倍，疑似恶意文件，已停止；请让填报单位用 Excel 或 WPS 重新另存`, en: `“${short(fault.part)}” unpacks to more than ${fault.ratio} times its size and may be hostile: ask the unit to save the file anew.` }),
  tooSlow: ({ seconds }) => ({ zh: `读取超过 ${seconds} 秒，已停止；请在 Excel 或 WPS 中打开，删除多余的行列后另存为 .xlsx`, en: `Reading took more than ${seconds} seconds and was stopped: open it in Excel or WPS, remove rows and columns that are not needed, and save it as .xlsx.` }),
  tooLarge: (fault) => ({ zh: `解压后超过 ${megabytes(fault.limit)} MB，请删除多余的工作表或图片后重试`, en: `It unpacks to more than ${megabytes(fault.limit)} MB: remove sheets or pictures that are not needed.` }),
  tooManyEntries: (fault) => ({ zh: `压缩包里有 ${fault.entries} 个条目，超过 ${fault.limit} 个，请分批打包`, en: `The package has ${fault.entries} entries, more than ${fault.limit}: pack it in batches.` }),
  crc: (fault) => ({ zh: `文件已损坏（“${short(fault.part)}”校验不符），请重新下载或让填报单位重新发送`, en: `The file is damaged (checksum of “${short(fault.part)}”): download it again or ask the unit to send it again.` }),
  falseSize: (fault) => ({ zh: `文件已损坏或被篡改（“${short(fault.part)}”的实际大小与记录不符），请重新下载或让填报单位重新发送`, en: `The file is damaged or was tampered with (the size of “${short(fault.part)}” is not what the package says): download it again or ask the unit to send it again.` }),
  badName: (fault) => ({ zh: `压缩包里有指向文件夹之外的名称“${short(fault.name)}”，疑似恶意文件，请核实来源`, en: `The package has a name that leads out of its folder, “${short(fault.name)}”, and may be hostile: check where it came from.` }),
  duplicateName: (fault) => ({ zh: `压缩包里有两个“${short(fault.name)}”，无法判断以哪个为准，请重新打包或另存`, en: `The package has two entries “${short(fault.name)}”: pack or save it anew.` }),
  damagedZip: () => ({ zh: "压缩结构已损坏，请重新下载或让填报单位重新发送", en: "The package is damaged: download it again or ask the unit to send it again." }),
  overlap: (fault) => ({ zh: `压缩包里“${short(fault.name)}”与其他内容重叠，疑似恶意文件，请核实来源`, en: `“${short(fault.name)}” overlaps with other entries of the package and may be hostile: check where it came from.` }),
  doctype: (fault) => ({ zh: `“${short(fault.part)}”含有文档类型声明（DOCTYPE），正常的表格没有，疑似恶意文件，请核实来源`, en: `“${short(fault.part)}” has a DOCTYPE, which no normal workbook has: check where it came from.` }),
  externalEntity: (fault) => ({ zh: `“${short(fault.part)}”要引用文件之外的内容（外部实体），正常的表格没有，已拦截，疑似恶意文件，请核实来源`, en: `“${short(fault.part)}” names something outside the file (an external entity), which no normal workbook does; nothing was fetched: check where it came from.` }),
  damagedPart: (fault) => ({ zh: `文件已损坏（“${short(fault.part)}”无法完整读取），请用 Excel 或 WPS 打开修复后另存为 .xlsx`, en: `The file is damaged (“${short(fault.part)}” can't be read to its end): open it in Excel or WPS, let it repair and save it as .xlsx.` }),
  missingPart: (fault) => ({ zh: `文件不完整（缺少“${short(fault.part)}”），请用 Excel 或 WPS 打开修复后另存为 .xlsx`, en: `The file is incomplete (“${short(fault.part)}” is missing): open it in Excel or WPS, let it repair and save it as .xlsx.` }),
  noSheet: () => ({ zh: "工作簿里没有工作表，请让填报单位重新发送", en: "The workbook has no sheet: ask the unit to send it again." }),
  unsupported: (fault) => ({ zh: `用了暂不支持的格式（${fault.what}），请用 Excel 或 WPS 打开后另存为 .xlsx`, en: `It uses something that is not supported (${fault.what}): open it in Excel or WPS and save it as .xlsx.` }),
};

/** Names in a hostile file may be long. */
function short(name: string): string {
  return name.length > 80 ? `${name.slice(0, 40)}…${name.slice(-30)}` : name;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
