/** A value or a typed reason why there is none. Only bugs are thrown. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Thrown where the types say that we cannot be: always a bug of ours, caught once at the edge. */
export class Unreachable extends Error {
  constructor(what: string) {
    super(`unreachable: ${what}`);
    this.name = "Unreachable";
  }
}

/** Closes an exhaustive switch. */
export function unreachable(value: never): never {
  throw new Unreachable(JSON.stringify(value));
}
