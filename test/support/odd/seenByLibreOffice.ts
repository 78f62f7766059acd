import type { SeenCell, SeenSheet } from "./seen";

type Attributes = ReadonlyMap<string, string>;

interface Open {
  readonly name: string;
  readonly attributes: Attributes;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu;
const DAY = 86_400_000;

/**
 * What LibreOffice sees, from its flat XML (.fods). Written apart from our readers, so that it can bear witness: the
 * whole file as one list of tokens, which only a file that was made by a machine and is small allows.
 */
export function seenByLibreOffice(fods: string): readonly SeenSheet[] {
  const reader = new FlatReader();
  for (const [, close, name, attributes, empty, text] of fods.matchAll(TOKEN)) {
    if (text !== undefined) reader.text(unescaped(text));
    else if (name !== undefined) {
      if (close === "") reader.open({ name, attributes: attributesOf(attributes ?? "") });
      if (close !== "" || empty !== "") reader.close(name);
    }
  }
  return reader.sheets;
}

class FlatReader {
  readonly sheets: SeenSheet[] = [];
  private readonly hiddenTables = new Set<string>();
  private readonly stack: Open[] = [];
  private style = "";
  private cells: Record<string, SeenCell> = {};
  private spans: string[] = [];
  private hiddenRows: number[] = [];
  private sheet = { name: "", hidden: false };
  private row = { first: 0, times: 1, hidden: false, filled: false };
  private col = 0;
  private lines: string[] = [];

  open(element: Open): void {
    this.stack.push(element);
    const { name, attributes } = element;
    if (name === "style:style") this.style = attributes.get("style:name") ?? "";
    else if (name === "style:table-properties" && attributes.get("table:display") === "false") this.hiddenTables.add(this.style);
    else if (name === "table:table") this.beginSheet(attributes);
    else if (name === "table:table-row") {
      const visibility = attributes.get("table:visibility") ?? "";
      this.row = { first: this.row.first, times: count(attributes, "table:number-rows-repeated"), hidden: visibility === "collapse" || visibility === "filter", filled: false };
      this.col = 0;
    } else if (name === "text:p" && this.isInCell()) this.lines.push("");
    else if (name === "text:s") this.add(" ".repeat(count(attributes, "text:c")));
    else if (name === "text:tab") this.add("\t");
    else if (name === "text:line-break") this.add("\n");
  }

  close(name: string): void {
    const element = this.stack.pop();
    if (element === undefined) return;
    if (name === "table:table-cell" || name === "table:covered-table-cell") this.endCell(element.attributes);
    else if (name === "table:table-row") this.endRow();
    else if (name === "table:table") {
      this.sheets.push({ sheet: this.sheet.name, hidden: this.sheet.hidden, cells: this.cells, spans: this.spans.sort(), hiddenRows: this.hiddenRows });
    }
  }

  text(text: string): void {
    if (this.stack.some(({ name }) => name === "text:p")) this.add(text);
  }

  private beginSheet(attributes: Attributes): void {
    this.sheet = { name: attributes.get("table:name") ?? "", hidden: this.hiddenTables.has(attributes.get("table:style-name") ?? "") };
    this.cells = {};
    this.spans = [];
    this.hiddenRows = [];
    this.row = { first: 0, times: 1, hidden: false, filled: false };
  }

  private isInCell(): boolean {
    return !this.stack.some(({ name }) => name === "office:annotation" || name === "table:shapes") && this.stack.some(({ name }) => name.endsWith("table-cell"));
  }

  private add(text: string): void {
    if (this.isInCell() && this.lines.length > 0) this.lines.push(`${this.lines.pop() ?? ""}${text}`);
  }

  private endCell(attributes: Attributes): void {
    const times = count(attributes, "table:number-columns-repeated");
    const cell = cellOf(attributes, this.lines.length > 0 ? this.lines.join("\n") : null);
    const [width, height] = [count(attributes, "table:number-columns-spanned"), count(attributes, "table:number-rows-spanned")];
    if (width > 1 || height > 1) this.spans.push([this.row.first, this.col, this.row.first + height - 1, this.col + width - 1].join(" "));
    if (cell !== null) {
      this.row.filled = true;
      for (let row = this.row.first; row < this.row.first + this.row.times; row++) {
        for (let col = this.col; col < this.col + times; col++) this.cells[`${row} ${col}`] = cell;
      }
    }
    this.col += times;
    this.lines = [];
  }

  private endRow(): void {
    const { first, times, hidden, filled } = this.row;
    if (hidden && filled) for (let row = first; row < first + times; row++) this.hiddenRows.push(row);
    this.row = { first: first + times, times: 1, hidden: false, filled: false };
  }
}

function cellOf(attributes: Attributes, text: string | null): SeenCell | null {
  const value = attributes.get("office:value");
  switch (attributes.get("calcext:value-type") ?? attributes.get("office:value-type")) {
    case undefined:
      return null;
    case "float":
    case "currency":
    case "percentage":
      return ["n", Number(value)];
    case "boolean":
      return ["b", attributes.get("office:boolean-value") === "true"];
    case "date":
      return ["d", serialOf(attributes.get("office:date-value") ?? "")];
    case "time":
      return ["n", fractionOf(attributes.get("office:time-value") ?? "")];
    case "error":
      return ["e", text ?? ""];
    default:
      return ["s", attributes.get("office:string-value") ?? text ?? ""];
  }
}

function serialOf(text: string): number {
  const [day = "", time = "00:00:00"] = text.split("T");
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

function fractionOf(text: string): number {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M([\d.]+)S$/u.exec(text) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function count(attributes: Attributes, name: string): number {
  return Number(attributes.get(name) ?? 1);
}

function attributesOf(text: string): Attributes {
  return new Map([...text.matchAll(/([\w:.-]+)="([^"]*)"/gu)].map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));/gu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    hex !== undefined ? String.fromCodePoint(parseInt(hex, 16)) : decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (named[name ?? ""] ?? whole),
  );
}
