import { readdirSync } from "node:fs";
import path from "node:path";
import { FORMS } from "../../../../src/core/targets/forms";
import { parseDeadline } from "../../../../src/core/targets/parseDeadline";

const context = { year: 2024, asOf: { year: 2024, month: 5, day: 10 } };
const folder = path.join(__dirname, "../../../../src/core/targets/forms");
const named = (file: string): string => file.replace(/\.ts$/u, "").replace(/[A-Z]/gu, (sign) => `-${sign.toLowerCase()}`);

describe.each(FORMS.map((form) => [form.id, form] as const))("%s", (_, form) => {
  test.each(form.examples.map((example) => [example.text, example] as const))("%s", (text, example) => {
    const { kind, date, alternative } = parseDeadline(text, context);
    expect({ kind, date, alternative }).toEqual({ kind: example.kind, date: example.date, alternative: example.alternative ?? null });
  });

  test("is sticky", () => expect(form.pattern.flags).toContain("y"));
});

test("ids are unique, and every file of the folder is one listed form", () => {
  const ids = FORMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = readdirSync(folder).filter((file) => file !== "form.ts").map(named);
  expect(files.sort()).toEqual([...ids].sort());
});
