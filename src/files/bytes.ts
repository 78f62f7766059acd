const CHARACTERS = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** Bytes as characters of the same numbers. (The platform's "latin1" is another encoding: Windows-1252.) */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += CHARACTERS[byte] as string;
  return text;
}

/** Pairs of bytes as UTF-16 units, also where a pair of surrogates goes on in the next piece. */
export function utf16(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
  return text;
}

/** The text of bytes that are all plain ASCII, else null. */
export function asciiText(bytes: Uint8Array, start = 0, end = bytes.length): string | null {
  let text = "";
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x20 || byte >= 0x7f) return null;
    text += CHARACTERS[byte] as string;
  }
  return text;
}

/** A view of these very bytes, wherever they lie in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A number packed into four bytes ([MS-XLS] 2.5.217): an integer or the upper bits of a double, maybe in hundredths. */
export function rkNumber(view: DataView, at: number): number {
  const packed = view.getInt32(at, true);
  let value = packed >> 2;
  if ((packed & 2) === 0) {
    const double = new DataView(new ArrayBuffer(8));
    double.setInt32(4, packed & ~3, true);
    value = double.getFloat64(0, true);
  }
  return (packed & 1) === 0 ? value : value / 100;
}
