/** Composition root: writes the page of all rules anew. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ruleGuide } from "./core/rules/guide";
import { RULES } from "./core/rules/index";
import { rulePage } from "./guide/rulePage";

const folder = path.join(process.cwd(), "assets", "guide");
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, "rules.html"), rulePage(ruleGuide(RULES)));
