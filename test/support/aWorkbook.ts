import { strToU8, zipSync } from "fflate";

/** One sheet of a workbook under test: the XML between `<worksheet>` and its end, or of a whole part. */
export interface SheetXml {
  readonly name?: string;
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
  /** Relations of the sheet: kind → target. */
  readonly relations?: Readonly<Record<string, string>>;
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** The content of `<sst>`. */
  readonly strings?: string;
  /** The content of `<styleSheet>`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Further parts by name; one of the usual names replaces ours, null takes it away. */
  readonly parts?: Readonly<Record<string, string | null>>;
  readonly strict?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

function relations(list: readonly (readonly [id: string, kind: string, target: string])[], base: string): string {
  const each = list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`);
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${each.join("")}</Relationships>`;
}

function contentTypes(parts: readonly (readonly [part: string, type: string])[]): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = parts.map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`);
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

/** The parts of a workbook package by name, written by hand so that every odd form can be made. */
export function workbookParts({ sheets, strings, styles, date1904, parts, strict }: WorkbookXml): Record<string, string> {
  const main = strict ? STRICT_MAIN : MAIN;
  const base = strict ? STRICT_RELATIONS : RELATIONS;
  const entries = sheets.map(
    ({ name, state }, i) => `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const related: [string, string, string][] = sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]);
  if (strings !== undefined) related.push(["rIdT", "sharedStrings", "sharedStrings.xml"]);
  if (styles !== undefined) related.push(["rIdS", "styles", "styles.xml"]);
  const all: Record<string, string | null> = {
    "[Content_Types].xml": contentTypes([
      ["workbook", "sheet.main"],
      ...sheets.map((_, i) => [`worksheets/sheet${i + 1}`, "worksheet"] as const),
      ...(strings === undefined ? [] : [["sharedStrings", "sharedStrings"] as const]),
      ...(styles === undefined ? [] : [["styles", "styles"] as const]),
    ]),
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]], base),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${base}"><workbookPr${date1904 ? ` date1904="1"` : ""}/><sheets>${entries.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(related, base),
    ...Object.fromEntries(
      sheets.map(({ xml }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        xml.startsWith("<?xml") || xml.startsWith("<!") ? xml : `<?xml version="1.0"?><worksheet xmlns="${main}" xmlns:r="${base}">${xml}</worksheet>`,
      ]),
    ),
    ...Object.fromEntries(
      sheets.flatMap(({ relations: own }, i) =>
        own
          ? [[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relations(Object.entries(own).map(([kind, target], j) => [`rId${j + 1}`, kind, target]), base)]]
          : [],
      ),
    ),
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<?xml version="1.0"?><sst xmlns="${main}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<?xml version="1.0"?><styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...parts,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A workbook package from hand-written XML. */
export function aWorkbook(workbook: WorkbookXml): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(workbookParts(workbook)).map(([name, xml]) => [name, strToU8(xml)])));
}
