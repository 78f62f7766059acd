/** LibreOffice as a judge of what we write: it opens files and says, in its own flat XML, what it has understood. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where LibreOffice is; `SOFFICE` overrides it. */
const PROGRAM = process.env["SOFFICE"] ?? "soffice";

/** A folder of one test run, with a profile of its own so that an open LibreOffice is not disturbed. */
export class Office {
  readonly folder = mkdtempSync(path.join(tmpdir(), "taizhang-office-"));

  /** The file in another format; `input` is LibreOffice's filter for reading, with its options. Throws where LibreOffice complains. */
  convert(name: string, bytes: Uint8Array, format: string, input = ""): Uint8Array {
    const source = path.join(this.folder, name);
    const out = path.join(this.folder, `out-${format.replace(/\W.*$/u, "")}`);
    mkdirSync(out, { recursive: true });
    writeFileSync(source, bytes);
    const run = spawnSync(
      PROGRAM,
      [`-env:UserInstallation=file://${this.folder}/profile`, "--headless", "--norestore", ...(input === "" ? [] : [`--infilter=${input}`]), "--convert-to", format, "--outdir", out, source],
      { encoding: "utf8", timeout: 180_000 },
    );
    const made = path.join(out, name.replace(/\.[^.]*$/u, `.${format.replace(/:.*$/u, "")}`));
    if (run.error) throw run.error;
    if (run.status !== 0 || !existsSync(made) || /\berror\b/iu.test(run.stdout + run.stderr)) throw new Error(`LibreOffice on ${name}: ${run.stdout}${run.stderr}`);
    return readFileSync(made);
  }

  /** What LibreOffice has read of a file. */
  read(name: string, bytes: Uint8Array, input = ""): OfficeBook {
    return parseFlat(new TextDecoder().decode(this.convert(name, bytes, "fods", input)));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface OfficeCell {
  readonly type: string | null;
  readonly formula: string | null;
  /** As shown. */
  readonly text: string;
  /** The stored value of figures, days and truth values. */
  readonly value: string | null;
}

/** Cells by sheet and name ("A1"), and the whole as flat XML. */
export interface OfficeBook {
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, OfficeCell>>;
  readonly xml: string;
}

const MOST_REPEATED = 1000;

function parseFlat(xml: string): OfficeBook {
  const sheets = new Map<string, ReadonlyMap<string, OfficeCell>>();
  const body = xml.slice(xml.indexOf("<office:spreadsheet"));
  for (const table of body.matchAll(/<table:table table:name="([^"]*)"[^>]*>([^]*?)<\/table:table>/gu)) {
    const name = plain(table[1] ?? "");
    // Its own memory of a linked workbook is no sheet of this one.
    if (!name.startsWith("'file:")) sheets.set(name, cellsOf(table[2] ?? ""));
  }
  return { sheets, xml };
}

function cellsOf(table: string): ReadonlyMap<string, OfficeCell> {
  const cells = new Map<string, OfficeCell>();
  let row = 0;
  for (const line of table.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>([^]*?)<\/table:table-row>)/gu)) {
    let col = 0;
    for (const cell of (line[2] ?? "").matchAll(/<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([^]*?)<\/table:(?:covered-)?table-cell>)/gu)) {
      const open = cell[1] ?? "";
      const type = attribute(open, "office:value-type");
      const times = Number(attribute(open, "table:number-columns-repeated") ?? 1);
      const own: OfficeCell = {
        type, formula: attribute(open, "table:formula"), text: textOf(cell[2] ?? ""),
        value: attribute(open, "office:value") ?? attribute(open, "office:date-value") ?? attribute(open, "office:boolean-value"),
      };
      for (let i = 0; i < Math.min(times, MOST_REPEATED) && type !== null; i++) cells.set(`${columnName(col + i)}${row + 1}`, own);
      col += times;
    }
    row += Number(attribute(line[1] ?? "", "table:number-rows-repeated") ?? 1);
  }
  return cells;
}

function textOf(content: string): string {
  const own = content.replace(/<office:annotation[^]*?<\/office:annotation>/gu, "");
  return [...own.matchAll(/<text:p(?:\s[^>]*)?(?:\/>|>([^]*?)<\/text:p>)/gu)].map((found) => spaces(found[1] ?? "")).join("\n");
}

function spaces(paragraph: string): string {
  return plain(paragraph.replace(/<text:s(?: text:c="(\d+)")?\/>/gu, (_, count?: string) => " ".repeat(Number(count ?? 1))).replace(/<text:tab\/>/gu, "\t").replace(/<text:line-break\/>/gu, "\n").replace(/<[^>]*>/gu, ""));
}

function attribute(open: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(open);
  return found ? plain(found[1] ?? "") : null;
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/giu, (_, dec?: string, hex?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec)) : { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name.toLowerCase()] ?? "");
}

function columnName(col: number): string {
  return col < 26 ? String.fromCharCode(65 + col) : columnName(Math.floor(col / 26) - 1) + columnName(col % 26);
}
