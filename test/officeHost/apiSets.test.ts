/** Every member that the simulated Excel knows came with the requirement set that Microsoft's own types say it came with. */
import { readFileSync } from "node:fs";
import { TYPES } from "./objects/types";

const DECLARATIONS = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");

/** Minor numbers of ExcelApi of a class and its members; a member that says nothing came with its class. */
function declared(type: string): ReadonlyMap<string, number> {
  const start = DECLARATIONS.search(new RegExp(`    class ${type}(?:<T>)? extends OfficeExtension\\.ClientObject \\{`, "u"));
  if (start < 0) throw new Error(`no such class: ${type}`);
  const end = DECLARATIONS.indexOf("\n    }\n", start);
  const body = DECLARATIONS.slice(start, end);
  const before = DECLARATIONS.slice(Math.max(0, start - 1500), start);
  const own = setIn(before.slice(before.lastIndexOf("/**")));
  const members = [...body.matchAll(/\/\*\*([^]*?)\*\/\s*(?:readonly )?(\w+)[(:?]/gu)].map(([, comment = "", name = ""]) => [name, setIn(comment) ?? own ?? 1] as const);
  const sets = new Map<string, number>();
  for (const [name, set] of members) sets.set(name, Math.min(set, sets.get(name) ?? Infinity));
  return sets;
}

function setIn(comment: string): number | null {
  const found = /\[Api set: ExcelApi 1\.(\d+)/u.exec(comment)?.[1];
  return found === undefined ? null : Number(found);
}

const members = TYPES.flatMap((type) =>
  [type.scalars, type.properties, type.methods, type.calls].flatMap((group) =>
    Object.entries(group ?? {}).filter(([name]) => !name.startsWith("_")).map(([name, { since }]) => [type.name, name.charAt(0).toLowerCase() + name.slice(1), since] as const),
  ),
);

/** What `Excel.createWorkbook` is made of inside the client: no type tells of it. */
const INSIDE: ReadonlySet<string> = new Set(["Workbook.createAndOpenWorkbook", "Application.createWorkbook", "WorkbookCreated.open"]);

test.each(members.filter(([type, name]) => !INSIDE.has(`${type}.${name}`)))("%s.%s came with ExcelApi 1.%i", (type, name, since) => {
  expect(declared(type).get(name)).toBe(since);
});
