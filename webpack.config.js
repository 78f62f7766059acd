/** Builds `dist/`: static files for any web server, that make no request outside their own origin. */
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const HtmlPlugin = require("html-webpack-plugin");
const { Compilation, sources } = require("webpack");

/** The oldest browser that runs what is built here. */
const OLDEST_BROWSER = "chrome90";

/** Where `manifest.xml` says the pages stand; `--env origin=https://…` says where they will stand. */
const ORIGIN_IN_MANIFEST = "https://localhost:3000";

/**
 * No outside source at all. The hash is that of an empty style element, which Fluent UI's style engine
 * needs before it inserts its rules by script; it allows no style text.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Microsoft's client, copied as published and never bundled: its licence allows distribution unmodified,
 * inside an app that works with Excel. So it stands in a folder of its own that only the task pane loads.
 */
const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs.js",
  "telemetry/oteljs_agave.js",
];
const OFFICE_PACKAGE = path.dirname(require.resolve("@microsoft/office-js/package.json"));

/** The minifier would rewrite copied scripts too: Microsoft's must stay as they are, ours must stay ES5. */
const COPIED_AS_IT_IS = /^(office\/|oldView\.js$|unsupported\.js$)/u;
const OUR_COPIES = ["help.html", "notice.css", "oldView.js", "page.css", "unsupported.html", "unsupported.js"];

function officeFiles() {
  return [
    ...OFFICE_FILES.map((file) => ({ from: path.join(OFFICE_PACKAGE, "dist", file), to: `office/${file}` })),
    { from: path.join(OFFICE_PACKAGE, "LICENSE.md"), to: "office/LICENSE.md" },
  ];
}

function manifestFor(origin) {
  return {
    from: "manifest.xml",
    to: "manifest.xml",
    transform: (text) => text.toString().replaceAll(ORIGIN_IN_MANIFEST, origin.replace(/\/$/u, "")),
  };
}

function page(name) {
  return new HtmlPlugin({
    template: `src/${name}.html`,
    filename: `${name}.html`,
    chunks: [name],
    scriptLoading: "defer",
    minify: false,
    templateParameters: { contentPolicy: CONTENT_POLICY },
  });
}

/** Writes `licences.txt`: name, version and licence of every package whose code is in the built scripts. */
class LicenceList {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LicenceList", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "LicenceList", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const notices = [...bundledPackages(compilation)].sort().map(licenceNotice);
        compilation.emitAsset("licences.txt", new sources.RawSource(notices.join(`\n${"=".repeat(80)}\n`)));
      });
    });
  }
}

function bundledPackages(compilation) {
  const folders = new Set();
  for (const chunk of compilation.chunks) {
    for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
      for (const { resource } of module.modules ?? [module]) {
        const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(resource ?? "");
        if (found !== null) folders.add(found[0]);
      }
    }
  }
  return folders;
}

function licenceNotice(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const texts = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file)).sort();
  return [`${name} ${version}: ${license}\n`, ...texts.map((file) => fs.readFileSync(path.join(folder, file), "utf8"))].join("\n");
}

module.exports = (env = {}, argv = {}) => {
  const production = argv.mode !== "development";
  return {
    mode: production ? "production" : "development",
    context: __dirname,
    target: ["web", "es2020"],
    devtool: production ? false : "source-map",
    entry: {
      taskpane: ["./src/app/oldBrowser.ts", "./src/taskpane.tsx"],
      workbench: ["./src/app/oldBrowser.ts", "./src/workbench.tsx"],
    },
    output: {
      path: path.join(__dirname, "dist"),
      filename: "js/[name].[contenthash:12].js",
      chunkFilename: "js/[name].[contenthash:12].js",
      cssFilename: "css/[name].[contenthash:12].css",
      cssChunkFilename: "css/[name].[contenthash:12].css",
      assetModuleFilename: "files/[name].[contenthash:12][ext]",
      hashFunction: "xxhash64",
      clean: true,
    },
    experiments: { css: true },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    module: {
      rules: [{ test: /\.tsx?$/u, exclude: /node_modules/u, loader: "esbuild-loader", options: { target: OLDEST_BROWSER } }],
    },
    optimization: {
      minimizer: [new EsbuildPlugin({ target: OLDEST_BROWSER, css: true, legalComments: "none", exclude: COPIED_AS_IT_IS })],
      chunkIds: "deterministic",
      moduleIds: "deterministic",
    },
    plugins: [
      page("taskpane"),
      page("workbench"),
      new CopyPlugin({
        patterns: [
          ...officeFiles(),
          ...OUR_COPIES.map((file) => ({ from: `src/${file}`, to: file })),
          { from: "assets/guide/rules.html", to: "rules.html" },
          { from: "assets/icons/*.png", to: "icons/[name][ext]" },
          // The sample ledger and the sample round, which the workbench opens by one click.
          { from: "seeds/**/*.{xlsx,zip}", to: "seeds/[name][ext]", globOptions: { ignore: ["**/返回/**"] }, noErrorOnMissing: true },
          manifestFor(env.origin ?? ORIGIN_IN_MANIFEST),
        ],
      }),
      new LicenceList(),
    ],
    devServer: { host: "127.0.0.1", port: 3000, client: false, hot: false, liveReload: false },
    cache: {
      type: "filesystem",
      cacheDirectory: path.join(__dirname, "node_modules/.cache/webpack"),
      buildDependencies: { config: [__filename, path.join(__dirname, "package-lock.json")] },
    },
    performance: { hints: false },
    stats: { preset: "errors-warnings", timings: true },
  };
};
