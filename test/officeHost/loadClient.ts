/** Loads Microsoft's client into this process as a page would: from its package, unmodified, as a script of the global scope. */
import { readFileSync } from "node:fs";
import type { ClientScope } from "./installOfficeHost";
import { installOfficeHost } from "./installOfficeHost";
import { OfficeHost } from "./officeHost";
import type { HostOptions } from "./officeHost";
import type { Profile } from "./profile";

const FILES = { PC: "excel-win32-16.01.debug.js", OfficeOnline: "excel-web-16.00.debug.js" } as const;

/** The client, as the product finds it: the globals `Excel`, `Office` and `OfficeExtension`. */
export function loadClient(platform: Profile["platform"]): ClientScope {
  const scope: Record<string, unknown> = globalThis;
  if (scope["OfficeExtension"] === undefined) {
    for (const [name, value] of Object.entries(pageGlobals())) scope[name] ??= value;
    const script = readFileSync(require.resolve(`@microsoft/office-js/dist/${FILES[platform]}`), "utf8");
    // A script of the global scope, in the realm that the tests run in.
    (0, eval)(script);
    scope["platformOfClient"] = platform;
  }
  if (scope["platformOfClient"] !== platform) throw new Error("one test file has room for the client of one platform");
  const { OfficeExtension, OSF, Office } = globalThis as unknown as ClientScope;
  return { OfficeExtension, OSF, Office };
}

/** A simulated Excel with this workbook, behind the client. */
export function openInOffice(workbook: Uint8Array, profile: Profile, options?: HostOptions): OfficeHost {
  const host = new OfficeHost(workbook, profile, options);
  useHost(host);
  return host;
}

/** Puts a host behind the client in place of another: a process has one client, however many workbooks a test opens. */
export function useHost(host: OfficeHost): void {
  installOfficeHost(loadClient(host.profile.platform), host);
}

/** What the client looks for in a page before any host is there. */
function pageGlobals(): Readonly<Record<string, unknown>> {
  const location = { href: "https://localhost/taskpane.html", search: "", hash: "", protocol: "https:", host: "localhost", origin: "https://localhost" };
  const element = { style: {}, appendChild: () => undefined, setAttribute: () => undefined };
  return {
    window: globalThis, self: globalThis, top: globalThis, parent: globalThis, OSF: {}, location,
    navigator: { userAgent: "", platform: "", language: "zh-CN" },
    document: { location, getElementById: () => null, getElementsByTagName: () => [], createElement: () => element, addEventListener: () => undefined },
    addEventListener: () => undefined,
  };
}
