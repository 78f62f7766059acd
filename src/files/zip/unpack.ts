import { Inflate as InflateStream, inflateSync } from "fflate";
import { crc32 } from "./crc32";

/**
 * Raw deflate data → bytes. Never gives more than `max` bytes and never allocates for more than a little beyond: says
 * "tooLarge" instead. `expected` is what the directory declares, and may lie.
 */
export type Inflate = (packed: Uint8Array, expected: number, max: number) => Uint8Array | "damaged" | "tooLarge";

/** The two costly parts of unpacking; Node has faster ones of its own, which a composition root may pass. */
export interface Unpacker {
  readonly inflate: Inflate;
  readonly crc32: (bytes: Uint8Array) => number;
}

/** Deflate packs at most so many bytes into one. */
export const MOST = 1032;
/** A step of this size brings at most 34 MB out before we look. */
const STEP = 32 * 1024;

/** Packed parts up to this size unpack in no time whatever they hold, so that one step is enough. */
const SMALL = 64 * 1024;

function inflatePortably(packed: Uint8Array, expected: number, max: number): Uint8Array | "damaged" | "tooLarge" {
  if (packed.length > 0 && packed.length <= SMALL && expected <= Math.min(max, packed.length * MOST)) {
    const whole = inflateAtOnce(packed, expected);
    if (whole !== null) return whole;
  }
  return inflateBySteps(packed, expected, max);
}

/** Null where more comes out than is expected, or nothing that is in order. */
function inflateAtOnce(packed: Uint8Array, expected: number): Uint8Array | null {
  try {
    const out = inflateSync(packed, { out: new Uint8Array(expected + 1) });
    return out.length > expected ? null : out;
  } catch {
    return null;
  }
}

function inflateBySteps(packed: Uint8Array, expected: number, max: number): Uint8Array | "damaged" | "tooLarge" {
  let out = new Uint8Array(Math.min(expected, max, packed.length * 64));
  let length = 0;
  const stream = new InflateStream((chunk) => {
    const room = length + chunk.length;
    if (room > max) {
      length = room;
      return;
    }
    if (room > out.length) {
      const grown = new Uint8Array(Math.min(max, Math.max(out.length * 2, room)));
      grown.set(out.subarray(0, length));
      out = grown;
    }
    out.set(chunk, length);
    length = room;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (length > max) return "tooLarge";
    }
  } catch {
    return "damaged";
  }
  return packed.length === 0 ? "damaged" : out.subarray(0, length);
}

/** Runs everywhere. */
export const PORTABLE_UNPACKER: Unpacker = { inflate: inflatePortably, crc32 };
