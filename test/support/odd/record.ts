import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { OddWorkbook } from "./oddWorkbook";
import type { Seen } from "./seen";

/** What LibreOffice saw in each workbook, and of what content. */
export type SeenRecord = Readonly<Record<string, { readonly digest: string; readonly seen: Seen }>>;

export function packRecord(record: SeenRecord): Uint8Array {
  return brotliCompressSync(Buffer.from(JSON.stringify(record)));
}

export function unpackRecord(packed: Uint8Array): SeenRecord {
  return JSON.parse(brotliDecompressSync(packed).toString("utf8")) as SeenRecord;
}

/** Of the parts of a package, whatever time it was packed at. */
export function digestOf({ bytes }: OddWorkbook): string {
  const hash = createHash("sha256");
  if (bytes[0] !== 0x50) hash.update(bytes);
  else for (const [name, part] of Object.entries(unpacked(bytes))) hash.update(name).update(part);
  return hash.digest("hex").slice(0, 16);
}

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch {
    return { "": bytes };
  }
}
