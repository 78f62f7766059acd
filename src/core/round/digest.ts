/** Names of contents: equal contents have equal names. Not for secrets; for finding the same thing again. */

const PRIME = 0x01000193;
const [QUOTE, BAR] = [0x22, 0x5c];

/**
 * 16 hexadecimal digits over the text's UTF-16 units: two FNV-1a hashes from different starts
 * (Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv), mixed at the end as in MurmurHash3's finalizer.
 */
export function digest(text: string): string {
  const digester = new Digester();
  digester.add(text);
  return digester.name();
}

/** The digest of a text that comes in pieces. */
export class Digester {
  private left = 0x811c9dc5;
  private right = 0x9747b28c;

  add(text: string): void {
    let { left, right } = this;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      left = Math.imul(left ^ unit, PRIME);
      right = (Math.imul(right ^ ((unit << 7) | (unit >>> 9)), PRIME) + 0x7f4a7c15) | 0;
    }
    this.left = left;
    this.right = right;
  }

  /** Adds what JSON makes of a text that is JSON itself: it writes a bar before quotation marks and bars, and changes nothing else. */
  addQuoted(json: string): void {
    let { left, right } = this;
    for (let index = 0; index < json.length; index += 1) {
      const unit = json.charCodeAt(index);
      if (unit === QUOTE || unit === BAR) {
        left = Math.imul(left ^ BAR, PRIME);
        right = (Math.imul(right ^ ((BAR << 7) | (BAR >>> 9)), PRIME) + 0x7f4a7c15) | 0;
      }
      left = Math.imul(left ^ unit, PRIME);
      right = (Math.imul(right ^ ((unit << 7) | (unit >>> 9)), PRIME) + 0x7f4a7c15) | 0;
    }
    this.left = left;
    this.right = right;
  }

  /** The digest of all that was added. */
  name(): string {
    const { left, right } = this;
    return hex(mix(left ^ (right >>> 3))) + hex(mix(right ^ (left << 5)));
  }
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
