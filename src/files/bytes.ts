/** Bytes as characters of the same numbers. (The platform's "latin1" is another encoding: Windows-1252.) */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
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
