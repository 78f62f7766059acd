import type { Grid } from "../../core/grid/grid";
import type { SourceFile } from "../../core/grid/sourceFile";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { libreOfficeSerial } from "../isoDate";
import { fileRemark, type FileRemarkId } from "../remark";
import { OfficePackage } from "../officePackage";
import { attempt, PartFault } from "../partFault";
import { END, nameCode, OPEN, prefixedCode, type XmlScanner } from "../xml/scanner";
import { attributeText, elementText } from "../xml/texts";
import type { ZipPackage } from "../zip/openZip";
import { OdsStyles } from "./odsStyles";
import { OdsTable } from "./odsTable";

const [TABLE, USER_DEFINED, ENCRYPTION_DATA, NULL_DATE] = ["table", "user-defined", "encryption-data", "null-date"].map(nameCode) as [number, number, number, number];
const NAME = prefixedCode("name");
const DATE_VALUE = prefixedCode("date-value");

/** What a spreadsheet holds besides cells: not read, and said. */
const BESIDES: readonly (readonly [FileRemarkId, RegExp])[] = [
  ["file/macros", /^(?:Basic|Scripts)\/[^/]+\/./u],
  ["file/pictures", /^Pictures\/./u],
  ["file/embeddings", /^Object \d+\/content\.xml$/u],
];

/** Reads every sheet of an .ods: values, marks, spans, notes and what is hidden. */
export function readOds(name: string, zip: ZipPackage): Result<SourceFile, FileFault> {
  return attempt(() => {
    const office = new OfficePackage(zip);
    if (zip.names().includes("META-INF/manifest.xml")) refuseEncrypted(office);
    const styles = new OdsStyles();
    if (office.has("styles.xml")) office.scan("styles.xml", (xml) => styles.add(xml));
    const { grids, drawings, links } = office.scan("content.xml", (xml) => readContent(xml, styles));
    if (grids.length === 0) throw new PartFault({ kind: "noSheet" });
    const properties = office.has("meta.xml") ? office.scan("meta.xml", readUserDefined) : new Map<string, string>();
    const counted = BESIDES.map(([id, pattern]) => [id, zip.names().filter((part) => pattern.test(part)).length] as const);
    const besides = [...counted, ["file/drawings", drawings] as const, ["file/externalLinks", links] as const].filter(([, count]) => count > 0);
    const remarks = besides.map(([id, count]) => (id === "file/macros" ? fileRemark(id) : fileRemark(id, { count })));
    return { name, format: "ods", grids, properties, remarks };
  });
}

/** An encrypted spreadsheet lists how each part was encrypted. */
function refuseEncrypted(office: OfficePackage): void {
  const isEncrypted = office.scan("META-INF/manifest.xml", (xml) => {
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token === OPEN && xml.name === ENCRYPTION_DATA) return true;
    }
    return false;
  });
  if (isEncrypted) throw new PartFault({ kind: "encryptedWorkbook" });
}

interface Content {
  readonly grids: readonly Grid[];
  readonly drawings: number;
  readonly links: number;
}

function readContent(xml: XmlScanner, styles: OdsStyles): Content {
  const grids: Grid[] = [];
  let drawings = 0;
  let links = 0;
  let dayZero = 0;
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue;
    if (xml.name === NULL_DATE) dayZero = libreOfficeSerial(attributeText(xml, DATE_VALUE) ?? "") ?? 0;
    if (xml.name !== TABLE) {
      styles.addOpened(xml);
      continue;
    }
    const sheet = new OdsTable(xml, styles, dayZero).read();
    drawings += sheet.drawings;
    if (sheet.isLinked) links++;
    else grids.push(sheet.grid);
  }
  return { grids, drawings, links };
}

function readUserDefined(xml: XmlScanner): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || xml.name !== USER_DEFINED) continue;
    const name = attributeText(xml, NAME);
    if (name !== null) properties.set(name, elementText(xml));
  }
  return properties;
}
