/**
 * Serves the built pages to this machine alone (`npm start`). Any web server can do the same with `dist/`:
 * there is nothing here that the product needs but files and their types.
 */
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { parseArgs } = require("node:util");

const FIRST_PORT = 3000;
const LAST_PORT = 3019;
const LOOPBACK = "127.0.0.1";
const START_PAGE = "/workbench.html";

/** @type {Readonly<Record<string, string>>} */
const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".zip": "application/zip",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * A server of the files under `folder`, not listening yet. Reads only; a path that leaves the folder is 404.
 * @param {string} folder
 * @returns {http.Server}
 */
function staticServer(folder) {
  const root = path.resolve(folder);
  return http.createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 405, { Allow: "GET, HEAD" });
    const asked = askedPath(request.url ?? "/");
    if (asked === "/") return answer(response, 302, { Location: START_PAGE });
    const file = asked === null ? null : path.join(root, asked);
    if (file === null || !file.startsWith(root + path.sep)) return answer(response, 404);
    fs.stat(file, (fault, found) => {
      if (fault !== null || !found.isFile()) return answer(response, 404);
      response.writeHead(200, {
        "Content-Type": CONTENT_TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream",
        "Content-Length": found.size,
        "Cache-Control": "no-cache",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
      });
      if (request.method === "HEAD") return response.end();
      fs.createReadStream(file)
        .on("error", () => response.destroy())
        .pipe(response);
    });
  });
}

/**
 * The path of a request's address without its query, decoded; null if it is no path or holds what no file name may.
 * @param {string} url
 * @returns {string | null}
 */
function askedPath(url) {
  try {
    const asked = decodeURIComponent(url.split(/[?#]/u, 1)[0] ?? "");
    return asked.startsWith("/") && !/[\0\\]/u.test(asked) ? asked : null;
  } catch {
    return null;
  }
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {http.OutgoingHttpHeaders} headers
 */
function answer(response, status, headers = {}) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(http.STATUS_CODES[status]);
}

/**
 * Listens on the loopback address only. Port 0 means any free one. Rejects if the port is taken.
 * @param {http.Server} server
 * @param {number} port
 * @returns {Promise<number>} the port
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.removeListener("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * @param {http.Server} server
 * @returns {Promise<number>} the first free port from 3000
 */
async function listenFromFirst(server) {
  for (let port = FIRST_PORT; ; port++) {
    try {
      return await listen(server, port);
    } catch (fault) {
      if (fault.code !== "EADDRINUSE" || port === LAST_PORT) throw fault;
    }
  }
}

/**
 * Opens the address where a person sits in front of a screen; elsewhere the printed address has to do.
 * @param {string} address
 */
function openBrowser(address) {
  const screen = process.platform === "darwin" || process.platform === "win32" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!screen || !process.stdout.isTTY) return;
  const [command, ...rest] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...rest, address], { stdio: "ignore", detached: true });
  child.on("error", () => console.log(`请在浏览器中打开 ${address}`));
  child.unref();
}

/**
 * @param {NodeJS.ErrnoException} fault
 * @returns {string}
 */
function sayFault({ code = "", message }) {
  if (code === "EADDRINUSE") return "端口已被占用，请换一个：npm start -- --port 8080 (The port is in use: choose another.)";
  if (code === "ERR_SOCKET_BAD_PORT") return "端口应是 0 到 65535 的整数。(A port is a whole number from 0 to 65535.)";
  if (code.startsWith("ERR_PARSE_ARGS")) return "用法：npm start -- [--port 8080] [--no-open] (Usage)";
  return message;
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: "string" }, "no-open": { type: "boolean" } } });
  const folder = path.join(__dirname, "..", "dist");
  if (!fs.existsSync(path.join(folder, START_PAGE))) throw new Error("没有 dist/，请先运行 npm run build。(No dist/: run npm run build first.)");
  const server = staticServer(folder);
  const port = values.port === undefined ? await listenFromFirst(server) : await listen(server, Number(values.port));
  const address = `http://${LOOPBACK}:${port}/`;
  console.log(`台账助手已就绪 (Taizhang is ready): ${address}\n按 Ctrl+C 结束 (Ctrl+C stops it).`);
  if (values["no-open"] !== true) openBrowser(address);
}

if (require.main === module) {
  main().catch((fault) => {
    console.error(sayFault(fault));
    process.exitCode = 1;
  });
}

module.exports = { listen, staticServer };
