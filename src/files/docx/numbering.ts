import { attributeText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, prefixedCode, type XmlScanner } from "../xml/scanner";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1." */
  readonly text: string;
}

const [ABSTRACT_NUM, NUM, ABSTRACT_NUM_ID, LVL, START, NUM_FMT, LVL_TEXT] = [
  "abstractNum", "num", "abstractNumId", "lvl", "start", "numFmt", "lvlText",
].map(nameCode) as [number, number, number, number, number, number, number];
const [ID_OF_ABSTRACT, ID_OF_NUM, ILVL, VAL] = ["abstractNumId", "numId", "ilvl", "val"].map(prefixedCode) as [number, number, number, number];
const MOST_LEVELS = 9;
const DIGITS = "〇一二三四五六七八九";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** The numbers that Word shows before paragraphs and that stand nowhere in the text (ECMA-376 17.9). */
export class Numbering {
  private readonly levels = new Map<string, ReadonlyMap<number, Level>>();
  private readonly lists = new Map<string, string>();
  /** How far each list has counted, by level. */
  private readonly counters = new Map<string, number[]>();

  /** Adds what numbering.xml says. */
  add(xml: XmlScanner): void {
    openRoot(xml);
    forEachChild(xml, () => {
      if (xml.name === ABSTRACT_NUM) this.levels.set(attributeText(xml, ID_OF_ABSTRACT) ?? "", readLevels(xml));
      else if (xml.name === NUM) {
        const id = attributeText(xml, ID_OF_NUM) ?? "";
        forEachChild(xml, () => {
          if (xml.name === ABSTRACT_NUM_ID) this.lists.set(id, attributeText(xml, VAL) ?? "");
        });
      }
    });
  }

  /** The label of the next paragraph of a list at a level; "" for bullets, null where the list or its format is unknown. */
  next(list: string, level: number): string | null {
    const abstract = this.lists.get(list) ?? "";
    const levels = this.levels.get(abstract);
    const own = levels?.get(level);
    if (levels === undefined || own === undefined) return null;
    const counters = this.counters.get(abstract) ?? [];
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    this.counters.set(abstract, counters);
    if (own.format === "bullet" || own.format === "none") return "";
    let label = own.text;
    for (let i = 0; i <= level; i++) {
      const shown = format(counters[i] ?? levels.get(i)?.start ?? 1, levels.get(i)?.format ?? "decimal");
      if (label.includes(`%${i + 1}`) && shown === null) return null;
      label = label.replaceAll(`%${i + 1}`, shown ?? "");
    }
    return label;
  }
}

function readLevels(xml: XmlScanner): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  forEachChild(xml, () => {
    if (xml.name !== LVL) return;
    const level = xml.wholeAttribute(ILVL);
    let start = 1;
    let numberFormat = "decimal";
    let text = "";
    forEachChild(xml, () => {
      if (xml.name === START) start = Math.max(0, xml.wholeAttribute(VAL));
      else if (xml.name === NUM_FMT) numberFormat = attributeText(xml, VAL) ?? "decimal";
      else if (xml.name === LVL_TEXT) text = attributeText(xml, VAL) ?? "";
    });
    if (level >= 0 && level < MOST_LEVELS) levels.set(level, { start, format: numberFormat, text });
  });
  return levels;
}

/** A number as a list shows it (17.18.59); null for formats that ledgers don't use. */
function format(number: number, name: string): string | null {
  switch (name) {
    case "decimal":
    case "decimalHalfWidth":
      return String(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return chinese(number);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return CIRCLED.charAt(number - 1) || null;
    case "lowerLetter":
      return number >= 1 && number <= 26 ? String.fromCharCode(0x60 + number) : null;
    case "upperLetter":
      return number >= 1 && number <= 26 ? String.fromCharCode(0x40 + number) : null;
    default:
      return null;
  }
}

/** Up to 99, as lists are numbered. */
function chinese(number: number): string | null {
  if (number < 0 || number > 99) return null;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}
