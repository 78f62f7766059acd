import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY } from "../support/builtPages";
import { DRAWINGS, iconFiles, SIZES } from "../support/icons/drawings";
import { decodePng } from "../support/icons/png";

const FOLDER = path.join(REPOSITORY, "assets", "icons");
const files = iconFiles();

test("the icons are what their drawings say, in every size (npm run icons draws them)", () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...files.keys()].sort());
  expect(files.size).toBe(Object.keys(DRAWINGS).length * SIZES.length);
  for (const [name, file] of files) {
    const [drawn, kept] = [decodePng(file), decodePng(readFileSync(path.join(FOLDER, name)))];
    expect([name, kept.width, kept.height]).toEqual([name, drawn.width, drawn.height]);
    // Sines may differ in the last digit from machine to machine, and a colour by one step.
    expect([name, kept.pixels.findIndex((value, i) => Math.abs(value - (drawn.pixels[i] ?? 0)) > 1)]).toEqual([name, -1]);
  }
});

test("every icon has a clear ground and something on it", () => {
  for (const [name, file] of files) {
    const { pixels } = decodePng(file);
    const alphas = pixels.filter((_, i) => i % 4 === 3);
    expect([name, alphas.includes(0), alphas.includes(255)]).toEqual([name, true, true]);
  }
});
