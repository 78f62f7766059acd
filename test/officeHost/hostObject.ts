/**
 * One object of Excel's object model as the message processor sees it: properties and methods by their wire names,
 * each with the requirement set it came with. A name that a type does not list is refused by name, never guessed.
 */
import type { LiveBook } from "./liveBook";
import { HostFault, NotImplemented } from "./hostFault";

/** Minor numbers of ExcelApi: 13 stands for 1.13. */
type ApiSet = number;

export interface Scalar<T> {
  readonly since: ApiSet;
  readonly get?: (target: T, book: LiveBook) => unknown;
  readonly set?: (target: T, value: unknown, book: LiveBook) => void;
}

/** A property or a method that leads to another object; null where there is none. */
export interface Link<T> {
  readonly since: ApiSet;
  readonly open: (target: T, args: readonly unknown[], book: LiveBook) => HostObject | null;
}

export interface Call<T> {
  readonly since: ApiSet;
  readonly run: (target: T, args: readonly unknown[], book: LiveBook) => unknown;
}

export interface HostType<T> {
  readonly name: string;
  /** How the client finds the object again in later requests; left out where its path does. */
  readonly identity?: (target: T) => Readonly<Record<string, string>>;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly properties?: Readonly<Record<string, Link<T>>>;
  readonly methods?: Readonly<Record<string, Link<T>>>;
  readonly calls?: Readonly<Record<string, Call<T>>>;
  /** Of a collection: its items in order, and the one with an id or name. */
  readonly items?: (target: T, book: LiveBook) => readonly HostObject[];
  readonly item?: (target: T, id: unknown, book: LiveBook) => HostObject;
}

/** What of a type can be told without an object: its members, and what they came with. */
export interface TypeMembers {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, { readonly since: ApiSet }>>;
  readonly properties?: Readonly<Record<string, { readonly since: ApiSet }>>;
  readonly methods?: Readonly<Record<string, { readonly since: ApiSet }>>;
  readonly calls?: Readonly<Record<string, { readonly since: ApiSet }>>;
}

export interface HostObject {
  readonly typeName: string;
  /** What the method calls on the object take as an argument: a range, a sheet. */
  readonly target: unknown;
  identity(): Readonly<Record<string, string>>;
  scalarNames(): readonly string[];
  isScalar(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  property(name: string): HostObject | null;
  method(name: string, args: readonly unknown[]): HostObject | null;
  call(name: string, args: readonly unknown[]): unknown;
  items(): readonly HostObject[] | null;
  item(id: unknown): HostObject;
}

/** An object of a type, bound to the workbook whose version decides what it offers. */
export function hostObject<T>(type: HostType<T>, target: T, book: LiveBook): HostObject {
  return new BoundObject(type, target, book);
}

class BoundObject<T> implements HostObject {
  readonly target: T;
  private readonly type: HostType<T>;
  private readonly book: LiveBook;

  constructor(type: HostType<T>, target: T, book: LiveBook) {
    this.type = type;
    this.target = target;
    this.book = book;
  }

  get typeName(): string {
    return this.type.name;
  }

  identity(): Readonly<Record<string, string>> {
    return this.type.identity?.(this.target) ?? {};
  }

  scalarNames(): readonly string[] {
    return Object.entries(this.type.scalars ?? {}).flatMap(([name, { get, since }]) => (get && since <= this.book.profile.excelApi ? [name] : []));
  }

  isScalar(name: string): boolean {
    return this.type.scalars?.[name] !== undefined;
  }

  get(name: string): unknown {
    const member = this.member(this.type.scalars, name);
    if (!member.get) throw new NotImplemented(`reading ${this.type.name}.${name}`);
    return member.get(this.target, this.book);
  }

  set(name: string, value: unknown): void {
    const member = this.member(this.type.scalars, name);
    if (!member.set) throw new NotImplemented(`setting ${this.type.name}.${name}`);
    if (value === null || value === undefined) throw new HostFault("InvalidArgument", name);
    member.set(this.target, value, this.book);
  }

  property(name: string): HostObject | null {
    return this.member(this.type.properties, name).open(this.target, [], this.book);
  }

  method(name: string, args: readonly unknown[]): HostObject | null {
    return this.member(this.type.methods, name).open(this.target, args, this.book);
  }

  call(name: string, args: readonly unknown[]): unknown {
    return this.member(this.type.calls, name).run(this.target, args, this.book);
  }

  items(): readonly HostObject[] | null {
    return this.type.items?.(this.target, this.book) ?? null;
  }

  item(id: unknown): HostObject {
    if (!this.type.item) throw new NotImplemented(`${this.type.name}.getItem`);
    return this.type.item(this.target, id, this.book);
  }

  private member<M extends { readonly since: ApiSet }>(members: Readonly<Record<string, M>> | undefined, name: string): M {
    const found = members && Object.hasOwn(members, name) ? members[name] : undefined;
    if (found === undefined) throw new NotImplemented(`${this.type.name}.${name}`);
    if (found.since > this.book.profile.excelApi) throw new HostFault("ApiNotFound", `${this.type.name}.${name}`);
    return found;
  }
}

/** Arguments as the wire gives them, checked where they are used. */
export function textArgument(value: unknown, name: string): string {
  if (typeof value !== "string") throw new HostFault("InvalidArgument", name);
  return value;
}

export function numberArgument(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new HostFault("InvalidArgument", name);
  return value;
}

export function flagArgument(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") throw new HostFault("InvalidArgument", name);
  return value;
}
