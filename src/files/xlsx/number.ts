/** Ten to the power of the index: exact as a double up to 22. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * The number written between two places of the bytes, exactly as `Number` reads it; NaN for what is none, also for the
 * words and prefixes that `Number` takes and spreadsheets don't write.
 *
 * Up to 15 digits and a power of ten up to 22 the mantissa, the power and so their product or quotient are exact or
 * correctly rounded (Clinger 1990), and no text needs to be made.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let fraction = 0;
  let inFraction = false;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + (byte - 0x30);
      digits++;
      if (inFraction) fraction++;
    } else if (byte === 0x2e && !inFraction) inFraction = true;
    else return slowNumber(bytes, from, to);
  }
  const power = POWERS[fraction];
  if (digits === 0 || digits > 15 || power === undefined) return slowNumber(bytes, from, to);
  const value = fraction === 0 ? mantissa : mantissa / power;
  return negative ? -value : value;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    const isPart = (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2b || byte === 0x2d || byte === 0x45 || byte === 0x65;
    const isSpace = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
    if (!isPart && !isSpace) return NaN;
    if (isPart || text !== "") text += String.fromCharCode(byte);
  }
  return text === "" ? NaN : Number(text);
}
