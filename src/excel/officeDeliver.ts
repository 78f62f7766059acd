/** Handing finished files to the person: a new workbook where Excel opens one, else a download. */
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { faultOf } from "./officeFault";
import type { OfficeSettings } from "./officeSession";
import type { ExcelFault } from "./port";

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Excel on the web refuses requests of 5 MB; as text a file grows by a third. */
const LARGEST_ON_WEB = 3_600_000;
const CHUNK = 32_768;

export async function deliverFiles(files: readonly File[], { zip, download }: OfficeSettings): Promise<Result<null, ExcelFault>> {
  const [first, ...more] = files;
  if (first === undefined) return ok(null);
  const file = more.length === 0 ? first : zip && { name: "台账.zip", bytes: await zip(files) };
  if (file === undefined) return err({ kind: "unsupported", what: "deliver" });
  if (/\.xlsx$/iu.test(file.name) && !isTooLarge(file)) return openWorkbook(file);
  if (download === undefined) return err({ kind: "unsupported", what: "deliver" });
  download(file);
  return ok(null);
}

function isTooLarge({ bytes }: File): boolean {
  return String(Office.context.platform) === "OfficeOnline" && bytes.length > LARGEST_ON_WEB;
}

async function openWorkbook({ bytes }: File): Promise<Result<null, ExcelFault>> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return ok(null);
  } catch (error) {
    return err(faultOf(error));
  }
}

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(pieces.join(""));
}
