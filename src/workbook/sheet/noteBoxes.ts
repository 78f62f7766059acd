/** The boxes that Excel draws around notes, in the old drawing language VML. It is not quite XML, so it is changed as text. */
import type { CellNote } from "../../core/grid/grid";
import { lineCount } from "../../core/form/rowHeight";

const SHAPE = /<v:shape\s[^]*?<\/v:shape>\s*/gu;
const NAMESPACES = { v: "urn:schemas-microsoft-com:vml", o: "urn:schemas-microsoft-com:office:office", x: "urn:schemas-microsoft-com:office:excel" };
/** The kind of shape that a note's box is. Ours is known by its letters, so that it can go again. */
const BOX_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const LAST_COL = 16_383;
const LAST_ROW = 1_048_575;
/** Numbers of shapes that one drawing may give. */
const BLOCK = 1024;
const FONT_SIZE = 9;

/** A drawing without a shape. `block` is its number among the workbook's drawings, from 1. */
export function emptyDrawing(block: number): string {
  const names = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");
  return `<xml${names}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
}

/** The highest number of a block of shapes that a drawing takes; 0 where it says none. */
export function lastBlock(text: string): number {
  const found = /<o:idmap\s[^>]*?data=["']([\d,]*)["']/u.exec(text)?.[1] ?? "";
  return Math.max(0, ...found.split(",").map(Number));
}

/** The drawing with a box for the note; as it is where the cell has one, or where there is no place for it. */
export function withBox(text: string, note: CellNote): string {
  const end = text.lastIndexOf("</xml>");
  if (end < 0 || hasBox(text, note.row, note.col)) return text;
  const type = text.includes('id="_x0000_t202"') ? "" : BOX_TYPE;
  return text.slice(0, end) + type + boxXml(text, note) + text.slice(end);
}

/** The drawing without the box of a cell's note. */
export function withoutBox(text: string, row: number, col: number): string {
  const left = text.replace(SHAPE, (shape) => (isBoxOf(shape, row, col) ? "" : shape));
  return left !== text && !left.includes('"#_x0000_t202"') ? left.replace(BOX_TYPE, "") : left;
}

/** Whether a drawing shows nothing any more. */
export function isEmptyDrawing(text: string): boolean {
  const left = text.replace(/<o:shapelayout[^]*?<\/o:shapelayout>|<v:shapetype\s[^]*?<\/v:shapetype>/gu, "").replace(/<v:shapetype\s[^>]*\/>/gu, "");
  return /^\s*(?:<\?xml[^>]*\?>\s*)?<xml(?:\s[^>]*)?>\s*<\/xml>\s*$/u.test(left);
}

function hasBox(text: string, row: number, col: number): boolean {
  return [...text.matchAll(SHAPE)].some(([shape]) => isBoxOf(shape, row, col));
}

function isBoxOf(shape: string, row: number, col: number): boolean {
  const at = (name: string): string | undefined => new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`, "u").exec(shape)?.[1];
  return /ObjectType=["']Note["']/u.test(shape) && at("Row") === String(row) && at("Column") === String(col);
}

function boxXml(text: string, { row, col, text: words }: CellNote): string {
  const used = [...text.matchAll(/_x0000_s(\d+)/gu)].map(([, number]) => Number(number));
  const id = Math.max(Math.max(1, lastBlock(text)) * BLOCK, ...used) + 1;
  const missing = Object.entries(NAMESPACES).filter(([prefix]) => !text.includes(`xmlns:${prefix}=`)).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");
  return (
    `<v:shape${missing} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(row, col, words)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
  );
}

/** Two columns right of the cell, as high as the words need: left column, offset, top row, offset, right column, offset, bottom row, offset. */
function anchor(row: number, col: number, words: string): string {
  const left = Math.min(col + 1, LAST_COL - 2);
  const rows = Math.min(20, Math.max(4, lineCount(words, 16, FONT_SIZE) + 1));
  const top = Math.min(Math.max(0, row - 1), LAST_ROW - rows);
  return `${left}, 15, ${top}, 10, ${left + 2}, 15, ${top + rows}, 4`;
}
