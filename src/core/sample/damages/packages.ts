/** Damages of the file itself: what it holds is not what its name says, or nothing that can be read. */

export type Content = "xlsx" | "xls" | "xlsb" | "ods" | "html" | "csv" | "tabs" | "nothing";

export interface PackageDamage {
  readonly kind: string;
  readonly title: string;
  /** normalised: read as any other file. refused: said, with the reason; the other files go on. */
  readonly expect: "normalised" | "refused";
  readonly content: Content;
  readonly extension: string;
  readonly encoding?: "utf-8" | "utf-8 with mark" | "gbk" | "utf-16";
  /** The file's end is missing. */
  readonly cut?: true;
}

export const PACKAGES: readonly PackageDamage[] = [
  { kind: "oldFormat", title: "存成了旧格式 .xls", expect: "normalised", content: "xls", extension: "xls" },
  { kind: "oldFormatRenamed", title: "旧格式改名为 .xlsx", expect: "normalised", content: "xls", extension: "xlsx" },
  { kind: "newFormatRenamed", title: "新格式改名为 .xls", expect: "normalised", content: "xlsx", extension: "xls" },
  { kind: "wpsFormat", title: "存成了 WPS 的 .et", expect: "normalised", content: "xls", extension: "et" },
  { kind: "wpsFormatRenamed", title: "新格式改名为 .et", expect: "normalised", content: "xlsx", extension: "et" },
  { kind: "binaryFormat", title: "存成了 .xlsb", expect: "normalised", content: "xlsb", extension: "xlsb" },
  { kind: "openFormat", title: "存成了 .ods", expect: "normalised", content: "ods", extension: "ods" },
  { kind: "openFormatRenamed", title: "ods 改名为 .xlsx", expect: "normalised", content: "ods", extension: "xlsx" },
  { kind: "commasGbk", title: "存成了 GBK 编码的 .csv", expect: "normalised", content: "csv", extension: "csv", encoding: "gbk" },
  { kind: "commasMarked", title: "存成了带标记的 UTF-8 .csv", expect: "normalised", content: "csv", extension: "csv", encoding: "utf-8 with mark" },
  { kind: "commasRenamed", title: ".csv 改名为 .xls", expect: "normalised", content: "csv", extension: "xls", encoding: "utf-8" },
  { kind: "tabsUnicode", title: "存成了 Unicode 文本", expect: "normalised", content: "tabs", extension: "txt", encoding: "utf-16" },
  { kind: "pageRenamed", title: "网页改名为 .xls", expect: "refused", content: "html", extension: "xls", encoding: "utf-8" },
  { kind: "nothing", title: "文件是空的", expect: "refused", content: "nothing", extension: "xlsx" },
  { kind: "cutOff", title: "文件没有传完", expect: "refused", content: "xlsx", extension: "xlsx", cut: true },
];
