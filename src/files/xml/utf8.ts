import { latin1 } from "../bytes";
import { XmlFault } from "./xmlFault";

/** Some programs declare UTF-16 and write UTF-8; what begins with "<?" in single bytes is not UTF-16. */
const MEANING_UTF8 = /^(?:utf-?8|utf-16|us-ascii|ascii)$/u;

/** The part in UTF-8: as it is nearly always, else decoded by its byte order mark or by the encoding it declares. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8") return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    throw new XmlFault("damaged");
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  if (first !== 0x3c || second !== 0x3f) return "utf-8";
  const header = latin1(bytes.subarray(0, Math.min(200, Math.max(0, bytes.indexOf(0x3e)))));
  const declared = /^<\?xml[^>]{1,80}?encoding\s?=\s?["']([A-Za-z0-9_.-]{1,40})["']/u.exec(header)?.[1]?.toLowerCase() ?? "utf-8";
  return MEANING_UTF8.test(declared) ? "utf-8" : declared;
}
