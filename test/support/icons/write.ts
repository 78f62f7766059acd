/** Draws the icons into `assets/icons` (`npm run icons`). */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { iconFiles } from "./drawings";

const folder = path.join("assets", "icons");
mkdirSync(folder, { recursive: true });
for (const [name, file] of iconFiles()) writeFileSync(path.join(folder, name), file);
