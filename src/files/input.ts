import { err, ok, type Result } from "../core/result";
import type { FileFault } from "./fault";
import type { Limits } from "./limits";
import { isOle, openOle, type OleFile } from "./ole/openOle";
import { openZip, type ZipPackage } from "./zip/openZip";
import { PORTABLE_UNPACKER, type Unpacker } from "./zip/unpack";

export interface ReadOptions {
  readonly limits: Limits;
  /** A faster one than the portable, where the platform has it. */
  readonly unpacker?: Unpacker;
}

/** A file whose outermost wrapping is known: what formats look at to recognise their own. */
export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly wrapping:
    | { readonly kind: "zip"; readonly zip: ZipPackage }
    | { readonly kind: "ole"; readonly ole: OleFile }
    | { readonly kind: "none" };
}

/** The last part of the name in lower case, without its dot: a hint where the bytes leave a choice. */
export function extensionOf(name: string): string {
  return /\.([^./\\]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Whether the bytes begin as a zip package. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** Opens the wrapping, told by the first bytes. */
export function openInput(name: string, bytes: Uint8Array, options: ReadOptions): Result<FileInput, FileFault> {
  const { limits } = options;
  if (isZip(bytes)) {
    const zip = openZip(bytes, limits, options.unpacker ?? PORTABLE_UNPACKER);
    return zip.ok ? ok({ name, bytes, limits, wrapping: { kind: "zip", zip: zip.value } }) : err(zip.error);
  }
  if (isOle(bytes)) {
    const ole = openOle(bytes);
    return ole.ok ? ok({ name, bytes, limits, wrapping: { kind: "ole", ole: ole.value } }) : err(ole.error);
  }
  return ok({ name, bytes, limits, wrapping: { kind: "none" } });
}
