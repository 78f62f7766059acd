/** How an .xlsx workbook looks: read on demand, apart from its values, and only of the sheets that are asked for. */
import { type BookForm, type CellFace, type PrintForm, type SheetForm } from "../../core/form/form";
import type { Span } from "../../core/grid/grid";
import { OfficePackage, type Relation } from "../officePackage";
import { attempt } from "../partFault";
import { attributeText, elementText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";
import type { ZipPackage } from "../zip/openZip";
import { parseArea } from "./area";
import { PLAIN_FACE, readCellFaces } from "./cellFaces";
import { readSheetForm } from "./sheetForm";
import { readWorkbookPart } from "./workbookPart";

/** The form of a package; null where it is no such workbook or a part that tells it is damaged. */
export function readForm(zip: ZipPackage, sheets: readonly string[]): BookForm | null {
  const read = attempt(() => {
    const office = new OfficePackage(zip);
    const part = office.relations("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
    return office.has(part) && part.endsWith(".xml") ? new BookReader(office, part).read(sheets) : null;
  });
  return read.ok ? read.value : null;
}

const [DEFINED_NAMES, DEFINED_NAME, NAME, LOCAL_SHEET, ALTERNATE, CHOICE, ABS_PATH, URL] = ["definedNames", "definedName", "name", "localSheetId", "AlternateContent", "Choice", "absPath", "url"].map(nameCode) as [number, number, number, number, number, number, number, number];
const PEOPLE = ["creator", "lastModifiedBy", "Manager", "Company"].map(nameCode);
const TITLE_ROWS = /\$(\d+):\$(\d+)(?=,|$)/u;

interface SheetName {
  readonly name: string;
  readonly sheet: number;
  readonly text: string;
}

class BookReader {
  private readonly office: OfficePackage;
  private readonly part: string;
  private readonly relations: readonly Relation[];

  constructor(office: OfficePackage, part: string) {
    this.office = office;
    this.part = part;
    this.relations = office.relations(part);
  }

  read(wanted: readonly string[]): BookForm {
    const { office } = this;
    const listed = office.scan(this.part, readWorkbookPart).sheets;
    const { names, folder } = office.scan(this.part, readNames);
    const styles = this.relations.find(({ kind, external }) => kind === "styles" && !external);
    const faces = styles && office.has(styles.target) ? office.scan(styles.target, readCellFaces) : [PLAIN_FACE];
    const sheets = listed.flatMap(({ name, relation }, index): readonly SheetForm[] => {
      const part = this.relations.find(({ id, external, kind }) => id === relation && !external && kind === "worksheet")?.target;
      if (part === undefined || !wanted.includes(name) || !office.has(part)) return [];
      return [this.sheet(name, part, faces, names.filter(({ sheet }) => sheet === index))];
    });
    return { sheets, people: this.people(), folder, externalLinks: this.links() };
  }

  private sheet(sheet: string, part: string, faces: readonly CellFace[], names: readonly SheetName[]): SheetForm {
    const { print, ...look } = this.office.scan(part, readSheetForm);
    const titles = TITLE_ROWS.exec(names.find(({ name }) => name === "_xlnm.print_titles")?.text ?? "");
    const area = names.find(({ name }) => name === "_xlnm.print_area")?.text ?? null;
    const whole: PrintForm = { ...print, titleRows: titles ? { first: Number(titles[1]) - 1, last: Number(titles[2]) - 1 } : null, area: area === null ? null : areasIn(area) };
    return { sheet, faces, ...look, print: whole };
  }

  /** Who is named in the properties, each once. */
  private people(): readonly string[] {
    const parts = this.office.relations("").filter(({ kind }) => kind === "core-properties" || kind === "extended-properties" || kind === "extendedProperties" || kind === "coreProperties");
    const people = parts.filter(({ target }) => this.office.has(target)).flatMap(({ target }) => this.office.scan(target, readPeople));
    return [...new Set(people.map((name) => name.trim()).filter((name) => name !== ""))];
  }

  private links(): readonly string[] {
    const parts = this.relations.filter(({ kind, external }) => kind === "externalLink" && !external);
    return parts.map(({ target }) => this.office.relations(target).find(({ external }) => external)?.target ?? target);
  }
}

function areasIn(text: string): readonly Span[] | null {
  const areas = text.split(",").map((area) => parseArea(area.slice(area.lastIndexOf("!") + 1).replaceAll("$", "")));
  const known = areas.filter((area) => area !== null);
  return known.length === areas.length ? known : null;
}

function readNames(xml: XmlScanner): { readonly names: readonly SheetName[]; readonly folder: string } {
  const names: SheetName[] = [];
  let folder = "";
  openRoot(xml);
  forEachChild(xml, () => {
    if (xml.name === DEFINED_NAMES) {
      forEachChild(xml, () => {
        if (xml.name !== DEFINED_NAME) return;
        const name = (attributeText(xml, NAME) ?? "").toLowerCase();
        names.push({ name, sheet: xml.wholeAttribute(LOCAL_SHEET), text: elementText(xml) });
      });
    } else if (xml.name === ALTERNATE) {
      forEachChild(xml, () => {
        if (xml.name !== CHOICE) return;
        forEachChild(xml, () => {
          if (xml.name === ABS_PATH) folder = attributeText(xml, URL) ?? "";
        });
      });
    }
  });
  return { names, folder };
}

function readPeople(xml: XmlScanner): readonly string[] {
  const people: string[] = [];
  openRoot(xml);
  forEachChild(xml, () => {
    if (PEOPLE.includes(xml.name)) people.push(elementText(xml));
  });
  return people;
}
