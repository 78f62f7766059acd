/** The script that puts a simulated Excel behind Microsoft's client in a page; bundled for the browser by `inOfficePage`. */
import type { ClientScope } from "./installOfficeHost";
import { installOfficeHost } from "./installOfficeHost";
import { OfficeHost } from "./officeHost";
import { PROFILES, type ProfileName } from "./profile";

interface PageScope extends ClientScope {
  /** Set by the test before any script of the page: the workbook in base64, and the version of Excel. */
  readonly officeWorkbook: { readonly base64: string; readonly profile: ProfileName };
  /** What the test asks the host for. */
  officeHost?: { save(): string; syncs(): number };
}

const scope = globalThis as unknown as PageScope;
// The loader, office.js, would have named the programs before it fetched the client of one.
scope.Office["HostType"] ??= { Excel: "Excel" };
const bytes = Uint8Array.from(atob(scope.officeWorkbook.base64), (char) => char.charCodeAt(0));
const host = new OfficeHost(bytes, PROFILES[scope.officeWorkbook.profile]);
installOfficeHost({ OfficeExtension: scope.OfficeExtension, OSF: scope.OSF, Office: scope.Office }, host);
scope.officeHost = {
  save: () => btoa(Array.from(host.save(), (byte) => String.fromCharCode(byte)).join("")),
  syncs: () => host.syncs.length,
};
