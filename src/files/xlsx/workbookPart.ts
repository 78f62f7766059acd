import type { Grid } from "../../core/grid/grid";
import { attributeText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, prefixedCode, type XmlScanner } from "../xml/scanner";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  /** The relation that leads to its part. */
  readonly relation: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

const [SHEETS, SHEET, WORKBOOK_PR] = ["sheets", "sheet", "workbookPr"].map(nameCode) as [number, number, number];
const [NAME, STATE, DATE_1904, PLAIN_ID] = ["name", "state", "date1904", "id"].map(nameCode) as [number, number, number, number];
const ID = prefixedCode("id");

/** Reads workbook.xml (ECMA-376 18.2): which sheets the file says it has, in the order of their tabs. */
export function readWorkbookPart(xml: XmlScanner): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  openRoot(xml);
  forEachChild(xml, () => {
    if (xml.name === WORKBOOK_PR) date1904 = xml.isOn(DATE_1904);
    if (xml.name !== SHEETS) return;
    forEachChild(xml, () => {
      if (xml.name !== SHEET) return;
      const state = attributeText(xml, STATE);
      sheets.push({
        name: attributeText(xml, NAME, true) ?? "",
        visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
        relation: attributeText(xml, ID) ?? attributeText(xml, PLAIN_ID) ?? "",
      });
    });
  });
  return { sheets, date1904 };
}
