import type { CellFace } from "../../core/form/form";
import { attributeText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";

const [FONTS, FILLS, BORDERS, CELL_XFS] = ["fonts", "fills", "borders", "cellXfs"].map(nameCode) as [number, number, number, number];
const [NAME, SIZE, VALUE, PATTERN_FILL, FG_COLOR, ALIGNMENT] = ["name", "sz", "val", "patternFill", "fgColor", "alignment"].map(nameCode) as [number, number, number, number, number, number];
const [PATTERN_TYPE, RGB, THEME, INDEXED, STYLE, WRAP] = ["patternType", "rgb", "theme", "indexed", "style", "wrapText"].map(nameCode) as [number, number, number, number, number, number];
const [FONT_ID, FILL_ID, BORDER_ID] = ["fontId", "fillId", "borderId"].map(nameCode) as [number, number, number];
const SIDES = ["left", "right", "top", "bottom"].map(nameCode);

export const PLAIN_FACE: CellFace = { font: "", size: 11, fill: null, wrap: false, boxed: false };

/** The faces of styles.xml (ECMA-376 18.8), by the index that cells give. */
export function readCellFaces(xml: XmlScanner): readonly CellFace[] {
  const fonts: Pick<CellFace, "font" | "size">[] = [];
  const fills: (string | null)[] = [];
  const boxed: boolean[] = [];
  const faces: CellFace[] = [];
  openRoot(xml);
  forEachChild(xml, () => {
    const section = xml.name;
    forEachChild(xml, () => {
      if (section === FONTS) fonts.push(readFont(xml));
      else if (section === FILLS) fills.push(readFill(xml));
      else if (section === BORDERS) boxed.push(readBorder(xml));
      else if (section === CELL_XFS) {
        const font = fonts[Math.max(0, xml.wholeAttribute(FONT_ID))] ?? PLAIN_FACE;
        const fill = fills[Math.max(0, xml.wholeAttribute(FILL_ID))] ?? null;
        const border = boxed[Math.max(0, xml.wholeAttribute(BORDER_ID))] ?? false;
        let wrap = false;
        forEachChild(xml, () => {
          if (xml.name === ALIGNMENT) wrap = xml.isOn(WRAP);
        });
        faces.push({ font: font.font, size: font.size, fill, wrap, boxed: border });
      }
    });
  });
  return faces.length > 0 ? faces : [PLAIN_FACE];
}

function readFont(xml: XmlScanner): Pick<CellFace, "font" | "size"> {
  let { font, size } = PLAIN_FACE;
  forEachChild(xml, () => {
    if (xml.name === NAME) font = attributeText(xml, VALUE) ?? font;
    else if (xml.name === SIZE) size = Number(attributeText(xml, VALUE) ?? size) || size;
  });
  return { font, size };
}

/** White is what paper has anyway. */
function readFill(xml: XmlScanner): string | null {
  let fill: string | null = null;
  forEachChild(xml, () => {
    if (xml.name !== PATTERN_FILL || attributeText(xml, PATTERN_TYPE) !== "solid") return;
    forEachChild(xml, () => {
      if (xml.name !== FG_COLOR) return;
      const rgb = attributeText(xml, RGB)?.slice(-6).toUpperCase();
      const theme = attributeText(xml, THEME);
      const indexed = attributeText(xml, INDEXED);
      if (rgb !== undefined) fill = rgb === "FFFFFF" ? null : rgb;
      else if (theme !== null) fill = theme === "0" ? null : "theme";
      else fill = indexed === null || indexed === "64" || indexed === "65" || indexed === "9" || indexed === "1" ? null : "theme";
    });
  });
  return fill;
}

function readBorder(xml: XmlScanner): boolean {
  const lined = new Set<number>();
  forEachChild(xml, () => {
    if ((attributeText(xml, STYLE) ?? "none") !== "none") lined.add(xml.name);
  });
  return SIDES.every((side) => lined.has(side));
}
