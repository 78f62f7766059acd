/**
 * Why a file could not be read, with what a clear sentence needs. Nothing of a refused file is used and nothing is
 * changed: half a file read in silence is worse than none. `sayFileFault` words them.
 */
export type FileFault =
  | { readonly kind: "empty" }
  /** Bytes of no kind that we know. */
  | { readonly kind: "notWorkbook" }
  /** The file ends before its own index does: an interrupted download or copy. */
  | { readonly kind: "truncated" }
  | { readonly kind: "encryptedWorkbook" }
  | { readonly kind: "encryptedZip" }
  /** A web page, a web archive or the XML of 2003 under the name of a workbook. */
  | { readonly kind: "htmlNamedXls" }
  | { readonly kind: "mhtNamedXls" }
  | { readonly kind: "xmlNamedXls" }
  | { readonly kind: "doc" }
  | { readonly kind: "wps" }
  | { readonly kind: "rtf" }
  | { readonly kind: "presentation" }
  | { readonly kind: "pdf" }
  /** The fixed-layout document of Chinese offices. */
  | { readonly kind: "ofd" }
  /** A mail with its attachments still in it. */
  | { readonly kind: "mail" }
  | { readonly kind: "archive"; readonly format: "rar" | "7z" | "gzip" | "bzip2" | "xz" | "zstd" | "cab" | "tar" }
  | { readonly kind: "picture"; readonly format: string }
  /** A .zip with files in it where one table was expected. */
  | { readonly kind: "zipOfFiles" }
  /** A .zip inside a .zip inside a .zip. */
  | { readonly kind: "zipTooDeep" }
  | { readonly kind: "zipBomb"; readonly part: string; readonly ratio: number }
  | { readonly kind: "tooLarge"; readonly limit: number }
  | { readonly kind: "tooManyEntries"; readonly entries: number; readonly limit: number }
  /** The bytes of a part are not those that were packed. */
  | { readonly kind: "crc"; readonly part: string }
  /** A part unpacks to more or to fewer bytes than the package says. */
  | { readonly kind: "falseSize"; readonly part: string }
  /** A name that leads out of its folder. */
  | { readonly kind: "badName"; readonly name: string }
  | { readonly kind: "duplicateName"; readonly name: string }
  /** The package's index does not fit its content. */
  | { readonly kind: "damagedZip" }
  /** Two entries share bytes of the package. */
  | { readonly kind: "overlap"; readonly name: string }
  /** A document type declaration: the door of entity attacks, never needed in an office file. */
  | { readonly kind: "doctype"; readonly part: string }
  /** One that names something outside the file, which reading would fetch. */
  | { readonly kind: "externalEntity"; readonly part: string }
  | { readonly kind: "damagedPart"; readonly part: string }
  | { readonly kind: "missingPart"; readonly part: string }
  | { readonly kind: "noSheet" }
  /** Reading was given up after so many seconds. */
  | { readonly kind: "tooSlow"; readonly seconds: number }
  | { readonly kind: "unsupported"; readonly what: string };
