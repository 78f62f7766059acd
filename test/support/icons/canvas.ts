import type { Picture } from "./png";

/** A point in pixels from the top left corner; whole numbers lie between pixels. */
export type Point = readonly [x: number, y: number];

/** How far a point lies outside a shape, in pixels; negative inside. */
type Distance = (x: number, y: number) => number;

/** The rectangle outside of which a shape has nothing. */
type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** A small square drawing surface. Edges on whole pixels stay sharp, all others are smoothed by coverage. */
export class Canvas {
  readonly size: number;
  private readonly pixels: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.pixels = new Float64Array(size * size * 4);
  }

  /** A filled rectangle with round corners. */
  box(left: number, top: number, width: number, height: number, radius: number, colour: string): void {
    const [cx, cy] = [left + width / 2, top + height / 2];
    this.fill([left, top, left + width, top + height], colour, (x, y) => {
      const dx = Math.abs(x - cx) - width / 2 + radius;
      const dy = Math.abs(y - cy) - height / 2 + radius;
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
    });
  }

  disc(cx: number, cy: number, radius: number, colour: string): void {
    this.fill([cx - radius, cy - radius, cx + radius, cy + radius], colour, (x, y) => Math.hypot(x - cx, y - cy) - radius);
  }

  /** A line through the points, with round ends and corners. */
  line(points: readonly Point[], width: number, colour: string): void {
    const parts = points.slice(1).map((to, i) => [points[i] ?? to, to] as const);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const bounds: Bounds = [Math.min(...xs) - width, Math.min(...ys) - width, Math.max(...xs) + width, Math.max(...ys) + width];
    this.fill(bounds, colour, (x, y) => Math.min(...parts.map(([from, to]) => fromSegment(x, y, from, to))) - width / 2);
  }

  /** A part of a circle's line with round ends; angles in degrees, clockwise from the right. */
  arc(cx: number, cy: number, radius: number, from: number, to: number, width: number, colour: string): void {
    const ends = [onCircle(cx, cy, radius, from), onCircle(cx, cy, radius, to)];
    const reach = radius + width;
    this.fill([cx - reach, cy - reach, cx + reach, cy + reach], colour, (x, y) => {
      const turned = (((Math.atan2(y - cy, x - cx) * 180) / Math.PI - from) % 360 + 360) % 360;
      const toLine = Math.abs(Math.hypot(x - cx, y - cy) - radius);
      return (turned <= to - from ? toLine : Math.min(...ends.map(([ex, ey]) => Math.hypot(x - ex, y - ey)))) - width / 2;
    });
  }

  picture(): Picture {
    const pixels = new Uint8Array(this.pixels.length);
    for (let i = 0; i < pixels.length; i += 4) {
      const alpha = this.pixels[i + 3] ?? 0;
      for (let c = 0; c < 3; c++) pixels[i + c] = alpha === 0 ? 0 : Math.round((this.pixels[i + c] ?? 0) / alpha);
      pixels[i + 3] = Math.round(alpha * 255);
    }
    return { width: this.size, height: this.size, pixels };
  }

  /** Lays the colour over what is there; sums are kept multiplied by alpha (Porter and Duff, 1984). */
  private fill([left, top, right, bottom]: Bounds, colour: string, distance: Distance): void {
    const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    for (let y = Math.max(0, Math.floor(top) - 1); y < Math.min(this.size, bottom + 1); y++) {
      for (let x = Math.max(0, Math.floor(left) - 1); x < Math.min(this.size, right + 1); x++) {
        const cover = Math.min(Math.max(0.5 - distance(x + 0.5, y + 0.5), 0), 1);
        const at = (y * this.size + x) * 4;
        for (let c = 0; c < 3; c++) this.pixels[at + c] = (rgb[c] ?? 0) * cover + (this.pixels[at + c] ?? 0) * (1 - cover);
        this.pixels[at + 3] = cover + (this.pixels[at + 3] ?? 0) * (1 - cover);
      }
    }
  }
}

/** The point of a circle at an angle in degrees, clockwise from the right. */
export function onCircle(cx: number, cy: number, radius: number, angle: number): Point {
  return [cx + radius * Math.cos((angle * Math.PI) / 180), cy + radius * Math.sin((angle * Math.PI) / 180)];
}

function fromSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
