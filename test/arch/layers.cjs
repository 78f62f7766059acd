/** Who may import whom (DESIGN, House plan). Each rule says why. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: "^src/", pathNot: allowed },
});
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", comment: "A cycle has no first file to read.", from: {}, to: { circular: true } },
    only("core-alone", "^src/core/", "^src/core/", "The core is pure: it can be proved, and run anywhere, because it knows nobody."),
    { name: "core-no-npm", severity: "error", comment: "No package decides what a ledger means.", from: { path: "^src/core/" }, to: { dependencyTypesNot: ["local"] } },
    only("files-on-core", "^src/files/", "^src/(core|files)/", "Bytes become grids; nothing above is known here."),
    { name: "files-npm", severity: "error", comment: "Hostile input meets only these packages.", from: { path: "^src/files/" }, to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "node_modules/(fflate|@e965/xlsx|mammoth)/" } },
    only("workbook-on-files", "^src/workbook/", "^src/(core|files|workbook)/", "The workbook in memory stands on the reader."),
    only("port-on-core", "^src/excel/(port|refusedBatch)\\.ts$", "^src/(core|excel)/", "The port speaks the core's words only."),
    only("office-on-port", "^src/excel/office", "^src/(core|excel)/", "Office.js behind the port, and nothing of ours behind Office.js."),
    only("memory-on-workbook", "^src/excel/memoryExcel", "^src/(core|files|workbook|excel)/", "The second adapter stands on the workbook in memory."),
    only("app-sees-port", "^src/app/", "^src/(core|files|app)/|^src/excel/port\\.ts$", "Commands see the port, never an adapter: the composition roots choose."),
    only("pane-sees-app", "^src/pane/", "^src/(core|files|app|pane)/|^src/excel/port\\.ts$", "Screens show what commands plan."),
    { name: "tests-alone", severity: "error", comment: "A test that needs another test hides its own set-up.", from: { path: "^test/" }, to: { path: "\\.test\\.tsx?$" } },
    { name: "src-not-test", severity: "error", comment: "What ships does not know how it is tested.", from: { path: "^src/" }, to: { path: "^test/" } },
    { name: "no-orphans", severity: "error", comment: "Code that nobody uses is a promise that nobody keeps.", from: { orphan: true, path: "^src/", pathNot: "\\.(d\\.ts|html|json|md)$|^src/[a-zA-Z]+\\.(ts|tsx|mjs|js)$" }, to: {} },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"] },
  },
};
