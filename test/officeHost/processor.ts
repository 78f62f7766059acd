/** Runs one batch: resolves object paths when they are first reached, runs actions in their order, stops at the first that fails. */
import type { HostObject } from "./hostObject";
import { HostFault, NotImplemented } from "./hostFault";
import type { ActionInfo, ActionResult, ArgumentInfo, ObjectPathInfo, QueryInfo, ReplyBody, RequestBody } from "./wire";
import { ACTION, PATH } from "./wire";

/** What a batch can reach without a path of its own. */
export interface Roots {
  readonly workbook: () => HostObject;
  readonly reference: (id: string) => HostObject;
  /** Keeps an object for later requests and tells the id it is found by. */
  readonly keep: (object: HostObject) => string;
}

/** The reply to a batch. With `stop` the action of that number fails, as any action of a real Excel may: what came before stays. */
export function runBatch(body: RequestBody, roots: Roots, stop: { readonly before: number; readonly fault: HostFault } | null = null): ReplyBody {
  const run = new BatchRun(body, roots);
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (stop && index >= stop.before) {
        run.comeTo(action);
        throw stop.fault;
      }
      run.act(action);
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      return { ...run.reply(), Error: { Code: error.code, Message: error.message, Location: run.place, ActionIndex: index, HttpStatusCode: 400 } };
    }
  }
  return run.reply();
}

class BatchRun {
  private readonly paths: Readonly<Record<string, ObjectPathInfo>>;
  private readonly roots: Roots;
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly kept = new Map<HostObject, string>();
  /** The member that was reached last, as `debugInfo.errorLocation` tells it: "Range.values". */
  place = "";
  private readonly results: ActionResult[] = [];
  private readonly traces: number[] = [];

  constructor(body: RequestBody, roots: Roots) {
    this.paths = body.ObjectPaths;
    this.roots = roots;
  }

  reply(): ReplyBody {
    return { Results: this.results, TraceIds: this.traces };
  }

  act(action: ActionInfo): void {
    if (action.ActionType === ACTION.trace) this.traces.push(action.Id);
    const value = action.ActionType === ACTION.trace ? null : this.valueOf(action, this.objectAt(action.ObjectPathId));
    this.results.push({ ActionId: action.Id, Value: value });
  }

  /** Notes where an action works, as far as its object is known already. */
  comeTo({ Name, ObjectPathId }: ActionInfo): void {
    const object = this.resolved.get(ObjectPathId);
    if (object && Name !== "") this.place = `${object.typeName}.${camel(Name)}`;
  }

  private valueOf(action: ActionInfo, object: HostObject | null): unknown {
    if (object === null) return null;
    this.comeTo(action);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return { ...object.identity(), ...this.reference(object) };
      case ACTION.query:
        return { ...query(object, action.QueryInfo ?? {}), ...this.reference(object) };
      case ACTION.setProperty:
        object.set(action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return null;
      case ACTION.method:
        if (action.Name === "_KeepReference") {
          this.kept.set(object, this.roots.keep(object));
          return null;
        }
        return object.call(action.Name, this.argumentsOf(action.ArgumentInfo)) ?? null;
      default:
        throw new NotImplemented(`actions of type ${action.ActionType}`);
    }
  }

  private reference(object: HostObject): Readonly<Record<string, string>> {
    const id = this.kept.get(object);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  private objectAt(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (path === undefined) throw new NotImplemented(`an object path that was not sent: ${id}`);
    const found = this.resolve(path);
    this.resolved.set(id, found);
    return found;
  }

  private resolve(path: ObjectPathInfo): HostObject | null {
    if (path.ObjectPathType === PATH.root) return this.roots.workbook();
    if (path.ObjectPathType === PATH.reference) return this.roots.reference(path.Name);
    if (path.ObjectPathType === PATH.nothing) return null;
    const parent = this.objectAt(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    this.place = `${parent.typeName}.${path.Name === "" ? "getItem" : camel(path.Name)}`;
    switch (path.ObjectPathType) {
      case PATH.property:
        return parent.property(path.Name);
      case PATH.indexer:
        return parent.item(this.argumentsOf(path.ArgumentInfo)[0]);
      case PATH.method:
        return parent.method(path.Name, this.argumentsOf(path.ArgumentInfo));
      default:
        throw new NotImplemented(`object paths of type ${path.ObjectPathType}`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const named = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const id = named[index];
      if (id === undefined || id === 0) return value;
      if (typeof id !== "number") throw new NotImplemented("lists of objects as an argument");
      return this.objectAt(id);
    });
  }
}

/** The properties that a load asks for: of the object, of what it leads to, of the items of a collection. */
function query(object: HostObject, { Select = [], Expand = [], Top, Skip }: QueryInfo): Readonly<Record<string, unknown>> {
  if (Expand.length > 0 || Top !== undefined || Skip !== undefined) throw new NotImplemented("loads with expand, top or skip");
  return select(object, Select.map((path) => path.split("/").map(pascal)));
}

function select(object: HostObject, paths: readonly (readonly string[])[]): Readonly<Record<string, unknown>> {
  const items = object.items();
  const found: Record<string, unknown> = { ...object.identity() };
  const nested = new Map<string, (readonly string[])[]>();
  for (const [name = "*", ...rest] of paths.length === 0 ? [["*"]] : paths) {
    if (items !== null && !object.isScalar(name)) continue;
    if (name === "*") for (const scalar of object.scalarNames()) found[scalar] = object.get(scalar);
    else if (object.isScalar(name)) found[name] = object.get(name);
    else nested.set(name, [...(nested.get(name) ?? []), rest]);
  }
  for (const [name, rest] of nested) {
    const inner = object.property(name);
    const wanted = rest.filter((path) => path.length > 0);
    found[name] = inner && (wanted.length === 0 ? inner.identity() : select(inner, wanted));
  }
  return items === null ? found : { ...found, _Items: items.map((item) => select(item, paths)) };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
