/**
 * The product's icons, in the outline style of Excel's ribbon: a dark thin line, white paper, one accent.
 * All show the same ledger sheet; what a command does to it stands in the lower right corner.
 */
import { Canvas, onCircle, type Point } from "./canvas";
import { encodePng } from "./png";

const LINE = "#3a3a38";
const PAPER = "#fafafa";
const TEXT = "#797774";
const HEAD = "#83beec";
const HEAD_LINE = "#0063b1";
const RED = "#d13438";
const AMBER = "#f2a900";
const GREEN = "#1a9a48";

/** Every size that an Office manifest may name, and 96 and 128 for stores and start pages. */
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128] as const;

/** A pen over a square of 16 × 16 units, at any size in pixels. */
interface Pen {
  readonly canvas: Canvas;
  /** Width of a line in whole pixels. */
  readonly stroke: number;
  /** Units in pixels, on the nearest pixel edge. */
  edge(units: number): number;
  /** Units in pixels, as they fall. */
  at(units: number): number;
}

function pen(size: number): Pen {
  return {
    canvas: new Canvas(size),
    stroke: Math.max(1, Math.round(size / 28)),
    edge: (units) => Math.round((units * size) / 16),
    at: (units) => (units * size) / 16,
  };
}

function framed({ canvas, stroke }: Pen, left: number, top: number, right: number, bottom: number, line: string, fill: string): void {
  const radius = stroke;
  canvas.box(left, top, right - left, bottom - top, radius, line);
  canvas.box(left + stroke, top + stroke, right - left - 2 * stroke, bottom - top - 2 * stroke, Math.max(0, radius - stroke), fill);
}

/** The ledger: a sheet with a header row. */
function sheet(p: Pen, left = 1, right = 13): void {
  framed(p, p.edge(left), p.edge(1), p.edge(right), p.edge(15), LINE, PAPER);
  framed(p, p.edge(left), p.edge(1), p.edge(right), p.edge(4), HEAD_LINE, HEAD);
}

/** The side of a lamp, in whole pixels. */
function lampSide(p: Pen): number {
  return Math.max(2, p.edge(2));
}

/** The three rows of the sheet, by the upper edge of a lamp in each: equally far apart, on whole pixels. */
function rows(p: Pen): readonly number[] {
  const [top, bottom, side] = [p.edge(4), p.edge(15) - p.stroke, lampSide(p)];
  const pitch = side + Math.max(1, Math.round((bottom - top - 3 * side) / 4));
  const first = top + Math.round((bottom - top - side - 2 * pitch) / 2);
  return [first, first + pitch, first + 2 * pitch];
}

function text(p: Pen, from: number, to: number, row: number): void {
  const top = row + Math.floor((lampSide(p) - p.stroke) / 2);
  p.canvas.box(p.edge(from), top, p.edge(to) - p.edge(from), p.stroke, 0, TEXT);
}

function lamps(p: Pen, left: number): void {
  const side = lampSide(p);
  rows(p).forEach((row, i) => {
    p.canvas.box(p.edge(left), row, side, side, side >= 5 ? p.stroke : 0, [RED, AMBER, GREEN][i] ?? LINE);
  });
}

/** Clears a round place in the lower right corner, so that a mark stands free of the sheet. */
function badge(p: Pen, colour: string): readonly [cx: number, cy: number, radius: number] {
  const radius = p.at(4.25);
  const centre = Math.round(p.canvas.size - radius) - (p.stroke % 2) / 2;
  p.canvas.disc(centre, centre, radius + p.stroke, PAPER);
  p.canvas.disc(centre, centre, radius, colour);
  return [centre, centre, radius];
}

function tick(p: Pen, cx: number, cy: number, reach: number, colour: string): void {
  const points: Point[] = [
    [cx - reach * 0.5, cy + reach * 0.05],
    [cx - reach * 0.12, cy + reach * 0.42],
    [cx + reach * 0.52, cy - reach * 0.36],
  ];
  p.canvas.line(points, Math.max(1.4, p.stroke * 1.4), colour);
}

function product(p: Pen): void {
  sheet(p, 2, 14);
  lamps(p, 4);
  rows(p).forEach((row) => text(p, 7, 12, row));
}

function check(p: Pen): void {
  sheet(p);
  rows(p).forEach((row) => text(p, 3, 11, row));
  tick(p, ...badge(p, GREEN), PAPER);
}

/** A pencil that goes over the lines. */
function normalize(p: Pen): void {
  sheet(p);
  rows(p).forEach((row, i) => text(p, 3, i === 2 ? 6 : 11, row));
  const body: readonly Point[] = [
    [p.at(14), p.at(7)],
    [p.at(8.4), p.at(12.6)],
  ];
  p.canvas.line(body, p.at(3) + 2 * p.stroke, PAPER);
  p.canvas.line(body, p.at(3), HEAD_LINE);
  p.canvas.line(body, Math.max(1, p.at(3) - 2 * p.stroke), HEAD);
  p.canvas.line([[p.at(7.9), p.at(13.1)], [p.at(6.9), p.at(14.1)]], Math.max(1.2, p.stroke * 1.4), LINE);
}

function lights(p: Pen): void {
  sheet(p);
  rows(p).forEach((row) => text(p, 6, 11, row));
  lamps(p, 3);
  const [cx, cy, radius] = badge(p, LINE);
  p.canvas.disc(cx, cy, radius - p.stroke, PAPER);
  p.canvas.line([[cx, cy - radius * 0.55], [cx, cy], [cx + radius * 0.42, cy]], Math.max(1, p.stroke), LINE);
}

/** Three sheets that come in, one that stands. */
function merge(p: Pen): void {
  for (const top of [1, 6, 11]) framed(p, p.edge(0.5), p.edge(top), p.edge(4.5), p.edge(top + 4), TEXT, PAPER);
  sheet(p, 8.5, 15.5);
  rows(p).forEach((row) => text(p, 10.5, 13.5, row));
  const y = p.edge(8) + (p.stroke % 2) / 2;
  p.canvas.line([[p.at(5.3), y], [p.at(7.6), y]], p.stroke, GREEN);
  p.canvas.line([[p.at(6.2), y - p.at(1.5)], [p.at(7.7), y], [p.at(6.2), y + p.at(1.5)]], p.stroke * 1.2, GREEN);
}

/** An arrow that turns back. */
function undo(p: Pen): void {
  sheet(p);
  rows(p).forEach((row, i) => text(p, 3, i === 0 ? 11 : 5, row));
  const [cx, cy, radius] = [p.at(11), p.at(10.9), p.at(3.5)];
  const width = Math.max(1.4, p.stroke * 1.4);
  p.canvas.disc(cx, cy, radius + width + p.stroke / 2, PAPER);
  p.canvas.arc(cx, cy, radius, -150, 120, width, HEAD_LINE);
  const [x, y] = onCircle(cx, cy, radius, -150);
  p.canvas.line([[x - p.at(0.3), y - p.at(2.6)], [x, y], [x + p.at(2.5), y + p.at(0.2)]], width, HEAD_LINE);
}

function help(p: Pen): void {
  const middle = p.canvas.size / 2;
  const radius = Math.round(p.at(7));
  p.canvas.disc(middle, middle, radius, HEAD_LINE);
  p.canvas.disc(middle, middle, radius - p.stroke, HEAD);
  const width = Math.max(1.5, p.stroke * 1.5);
  p.canvas.arc(middle, p.at(6.3), p.at(2.1), -180, 70, width, LINE);
  p.canvas.line([onCircle(middle, p.at(6.3), p.at(2.1), 70), [middle, p.at(9.7)]], width, LINE);
  p.canvas.disc(middle, p.at(12), Math.max(0.9, width * 0.65), LINE);
}

/** What can be drawn: the product's own icon, and one for each command on the ribbon. */
export const DRAWINGS = { icon: product, check, normalize, lights, merge, undo, help } as const;

/** All icon files, by name. */
export function iconFiles(): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const [name, draw] of Object.entries(DRAWINGS)) {
    for (const size of SIZES) {
      const p = pen(size);
      draw(p);
      files.set(`${name}-${size}.png`, encodePng(p.canvas.picture()));
    }
  }
  return files;
}
