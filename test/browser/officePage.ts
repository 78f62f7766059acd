/** The task pane in a page that believes itself in Excel: Microsoft's own client, unmodified, and our host behind it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { ProfileName } from "../officeHost/profile";
import { REPOSITORY } from "../support/builtPages";

const CLIENT = require.resolve("@microsoft/office-js/dist/excel-win32-16.01.debug.js");

/** To be given as `prepare`: answers the page's request for office.js with the client and the host. */
export function inExcel(workbook: Uint8Array, profile: ProfileName): (page: Page) => Promise<void> {
  return async (page) => {
    const built = await build({ entryPoints: [path.join(REPOSITORY, "test/officeHost/pageHost.ts")], bundle: true, write: false, format: "iife", target: "chrome90", logLevel: "error" });
    const host = built.outputFiles[0]?.text ?? "";
    await page.addInitScript((given) => {
      Object.assign(globalThis, { officeWorkbook: given, OSF: {} });
    }, { base64: Buffer.from(workbook).toString("base64"), profile });
    await page.route("**/office/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: `${readFileSync(CLIENT, "utf8")}\n${host}` }));
  };
}

/** The workbook as the simulated Excel would save it now. */
export async function savedInExcel(page: Page): Promise<Buffer> {
  return Buffer.from(await page.evaluate(() => (globalThis as unknown as { officeHost: { save(): string } }).officeHost.save()), "base64");
}
