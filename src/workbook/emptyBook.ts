/** The parts of a workbook without sheets: what every new book begins with. No author, no dates, no theme to differ by machine. */
import { CONTENT_TYPES } from "./contentTypes";
import type { Package } from "./package";
import { EMPTY_STYLES } from "./styles";
import { escapeText } from "./xml";
import { xml } from "./xmlBuild";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CUSTOM = "docProps/custom.xml";
const CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VARIANT_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/** The set of properties that programs show to people (MS-OLEPS, FMTID_UserDefinedProperties). */
const CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** Not a file that opens yet: a workbook needs a sheet. `properties` are kept as document properties of these names. */
export function emptyBook(properties: ReadonlyMap<string, string> = new Map()): Package {
  const named = properties.size > 0;
  const parts: readonly (readonly [name: string, text: string])[] = [
    [
      CONTENT_TYPES,
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
        `${named ? `<Override PartName="/${CUSTOM}" ContentType="${CUSTOM_TYPE}"/>` : ""}</Types>`,
    ],
    ["_rels/.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>${named ? `<Relationship Id="rId2" Type="${OFFICE}/custom-properties" Target="${CUSTOM}"/>` : ""}</Relationships>`],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
  ];
  const written = parts.map(([name, text]) => [name, { kind: "written", text: DECLARATION + text }] as const);
  const custom = named ? [[CUSTOM, { kind: "written", text: DECLARATION + customXml(properties) }] as const] : [];
  return new Map([...written, ["xl/styles.xml", { kind: "written", text: EMPTY_STYLES }], ...custom]);
}

/** ECMA-376 22.3: numbers of properties begin with 2. */
function customXml(properties: ReadonlyMap<string, string>): string {
  const own = [...properties].map(([name, text], index) =>
    xml("property", { fmtid: CUSTOM_SET, pid: index + 2, name }, `<vt:lpwstr>${escapeText(text)}</vt:lpwstr>`),
  );
  return `<Properties xmlns="${CUSTOM_NAMESPACE}" xmlns:vt="${VARIANT_NAMESPACE}">${own.join("")}</Properties>`;
}
