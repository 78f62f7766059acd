import type { SourceFile } from "../../core/grid/sourceFile";
import { err, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import { OfficePackage } from "../officePackage";
import { attempt } from "../partFault";
import { readCustomProperties } from "../xlsx/properties";
import { END, XmlScanner } from "../xml/scanner";
import { asUtf8 } from "../xml/utf8";
import { XmlFault } from "../xml/xmlFault";
import type { ZipPackage } from "../zip/openZip";
import { readBySheetJs, type SheetJsSource } from "./readBySheetJs";

/**
 * Reads a zip-wrapped workbook by SheetJS, which compares no checksums and stops at no size, only after every entry
 * was unpacked within the limits and proved, and every XML part was walked over to its end.
 */
export async function readGuarded(
  source: Pick<SheetJsSource, "name" | "format" | "bytes">,
  zip: ZipPackage,
): Promise<Result<SourceFile, FileFault>> {
  for (const part of zip.names()) {
    const bytes = zip.read(part);
    if (!bytes.ok) return err(bytes.error);
    const fault = /\.(?:xml|rels)$/iu.test(part) ? faultOfXml(bytes.value) : null;
    if (fault !== null) return err({ kind: fault, part });
  }
  const hasMacros = zip.names().some((part) => /(?:^|\/)vbaProject\.bin$/iu.test(part));
  const properties = attempt(() => readCustomProperties(new OfficePackage(zip)));
  return properties.ok ? readBySheetJs({ ...source, marks: null, hasMacros, properties: properties.value }) : properties;
}

function faultOfXml(bytes: Uint8Array): "doctype" | "damagedPart" | null {
  if (bytes.length === 0) return null;
  try {
    const xml = new XmlScanner(asUtf8(bytes));
    while (xml.next() !== END);
    return null;
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return error.kind === "doctype" ? "doctype" : "damagedPart";
  }
}
