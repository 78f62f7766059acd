/**
 * Puts a simulated Excel behind Microsoft's client in a page or in a test: the client must be loaded, unmodified, in `scope`.
 * Ours are the session, the events' entrance, and what Office tells of itself; everything else is Microsoft's.
 */
import type { HostMessage, OfficeHost } from "./officeHost";
import { OFFICE_ERROR } from "./officeHost";
import { isSetSupported } from "./profile";
import type { ReplyBody, RequestMessage, ResponseMessage } from "./wire";

/** The parts of Microsoft's client that the host is fastened to. */
export interface ClientScope {
  OfficeExtension: {
    readonly SessionBase: (new () => object) & { _overrideSession: unknown };
    readonly RichApiMessageUtility: { buildResponseOnError(code: number, message: string): ResponseMessage };
    /** Microsoft's own entrance for tests: where events come in. */
    _testTriggerRichApiMessageEvent(message: HostMessage): void;
  };
  OSF: { readonly DDA: { readonly RichApi: Record<string, unknown> }; _OfficeAppFactory?: unknown };
  Office: Record<string, unknown>;
}

interface Session {
  _resolveRequestUrlAndHeaderInfo: () => Promise<null>;
  _createRequestExecutorOrNull: () => Executor;
  getEventRegistration: () => null;
}

interface Executor {
  executeAsync(customData: string, flags: number, message: RequestMessage): Promise<ResponseMessage>;
}

export function installOfficeHost(scope: ClientScope, host: OfficeHost): void {
  const { OfficeExtension, Office, OSF } = scope;
  const executor: Executor = {
    async executeAsync(_, flags, message) {
      // The wire is JSON: what could not pass it must not pass here.
      const answer = await host.execute(overTheWire(message), flags);
      return answer.kind === "reply" ? reply(overTheWire(answer.body)) : refusal(OfficeExtension, answer.officeError, answer.message);
    },
  };
  const session: Session = Object.assign(new OfficeExtension.SessionBase(), {
    _resolveRequestUrlAndHeaderInfo: async () => null,
    _createRequestExecutorOrNull: () => executor,
    getEventRegistration: () => null,
  });
  OfficeExtension.SessionBase._overrideSession = session;
  // The client registers once in the life of a page, whoever the host is then.
  OSF.DDA.RichApi["richApiMessageManager"] = { register: async () => undefined };
  host.sendTo((message) => OfficeExtension._testTriggerRichApiMessageEvent(message));
  const context = officeContext(host);
  // `Office.context` asks this factory, which the loader of office.js would have made after shaking hands with Excel.
  OSF._OfficeAppFactory = { getContext: () => context };
  Office["onReady"] = async (callback?: (found: unknown) => unknown) => {
    const found = { host: "Excel", platform: host.profile.platform };
    await callback?.(found);
    return found;
  };
}

function officeContext(host: OfficeHost): unknown {
  return {
    host: "Excel", platform: host.profile.platform, displayLanguage: "zh-CN", contentLanguage: "zh-CN",
    requirements: { isSetSupported: (set: string, version?: string | number) => isSetSupported(host.profile, set, version === undefined ? undefined : String(version)) },
    document: { getFileAsync: (_: string, ...rest: unknown[]) => answerFile(host, rest) },
  };
}

/** `getFileAsync(type, [options], callback)`: the whole file in slices, as the Common API hands it out. */
function answerFile(host: OfficeHost, args: readonly unknown[]): void {
  const callback = args.at(-1);
  if (typeof callback !== "function") return;
  const bytes = host.save();
  const size = 65_536;
  const count = Math.ceil(bytes.length / size);
  const file = {
    size: bytes.length, sliceCount: count,
    getSliceAsync: (index: number, done: (result: unknown) => void) => {
      const data = [...bytes.subarray(index * size, (index + 1) * size)];
      setTimeout(() => done({ status: "succeeded", value: { data, index, size: data.length } }), 0);
    },
    closeAsync: (done?: (result: unknown) => void) => void setTimeout(() => done?.({ status: "succeeded" }), 0),
  };
  setTimeout(() => {
    Reflect.apply(callback, undefined, [{ status: "succeeded", value: file }]);
  }, 0);
}

/** A copy as the other side gets it. */
function overTheWire<T>(value: T): T;
function overTheWire(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

function reply(body: ReplyBody): ResponseMessage {
  return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: null, Body: body };
}

/** Microsoft's own wording of a refusal; cell-edit mode is worded by the executor that the session stands in for. */
function refusal(client: ClientScope["OfficeExtension"], code: number, message: string): ResponseMessage {
  const response = client.RichApiMessageUtility.buildResponseOnError(code, message);
  if (code !== OFFICE_ERROR.cellEditMode) return response;
  return { ...response, HttpStatusCode: 400, ErrorCode: "InvalidOperationInCellEditMode" };
}
