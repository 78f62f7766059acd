import fc from "fast-check";
import { pageFor, pagesFor } from "../../src/workbook/page";

const widths = fc.array(fc.integer({ min: 3, max: 80 }), { minLength: 1, maxLength: 14 });
const total = (all: readonly number[]): number => all.reduce((sum, width) => sum + width, 0);

test.each([
  // widths, paper
  [[6, 18, 60, 20, 20], 9],
  [[6, 18, 60, 20, 20, 40], 8],
])("columns %j go on paper %i as they are", (columns, paper) => expect(pageFor(columns, 11)).toMatchObject({ paper, widths: columns }));

test("text on the page is never under nine points, and narrow columns stay as they are", () => {
  fc.assert(
    fc.property(widths, fc.integer({ min: 9, max: 14 }), (columns, size) => {
      const page = pageFor(columns, size);
      const room = (page.paper === 9 ? 841.9 : 1190.6) - 72;
      if (total(columns.map((width) => Math.min(width, 9))) * 7.1 <= (room * size) / 9) expect((Math.min(1, room / (total(page.widths) * 7.1)) * size)).toBeGreaterThanOrEqual(8.999);
      page.widths.forEach((width, i) => expect(width).toBeLessThanOrEqual(columns[i] ?? 0));
      columns.forEach((width, i) => expect(page.widths[i] ?? 0).toBeGreaterThanOrEqual(Math.min(width, 9)));
    }),
  );
});

test.each([
  [[60, 40], 9, 1],
  [[60, 60, 50], 8, 1],
  [[100, 100, 100], 8, 2],
  [[], 9, 1],
])("columns %j of a list go on paper %i, %i pages wide", (columns, paper, pagesWide) => expect(pagesFor(columns, 10)).toEqual({ paper, pagesWide }));
