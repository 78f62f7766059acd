/** The port over Office.js, as the contract suite opens it: Microsoft's client, and a simulated Excel of one version behind it. */
import type { ExcelPort } from "../../src/excel/port";
import { officeExcel } from "../../src/excel/officeExcel";
import { openInOffice, useHost } from "../officeHost/loadClient";
import type { Profile } from "../officeHost/profile";
import { inspectFile as inspect } from "../../src/app/inspectFile";
import type { PortAdapter } from "./port.contract";

export function officeAdapter(profile: Profile): PortAdapter {
  return {
    name: `Office.js, ExcelApi ${profile.name}`,
    groupsColumns: profile.excelApi >= 10,
    async open(bytes) {
      const host = openInOffice(bytes, profile);
      const port = officeExcel({ inspect });
      // A suite may have two workbooks open; the client knows one host at a time.
      const excel: ExcelPort = {
        sheets: () => (useHost(host), port.sheets()),
        read: (names) => (useHost(host), port.read(names)),
        commit: (batch) => (useHost(host), port.commit(batch)),
        show: (at) => (useHost(host), port.show(at)),
        selected: async () => (useHost(host), (await port.selected?.()) ?? null),
        onEdit: (listener) => (useHost(host), port.onEdit(listener)),
        file: () => (useHost(host), port.file()),
        deliver: (files) => (useHost(host), port.deliver(files)),
      };
      return {
        excel,
        save: async () => host.save(),
        async type(at, value) {
          await host.idle();
          host.person.type(at, typeof value === "string" && value !== "" ? `'${value}` : (value ?? ""));
          await host.idle();
        },
      };
    },
  };
}
