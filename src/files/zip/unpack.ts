import { Inflate as InflateStream } from "fflate";
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

/** Deflate packs at most 1,032 bytes into one, so a step of this size brings at most 34 MB out before we look. */
const STEP = 32 * 1024;

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
export const PORTABLE_UNPACKER: Unpacker = { inflate: inflateBySteps, crc32 };
