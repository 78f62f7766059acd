import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { listen, staticServer } from "../src/serve.js";

let place = "";
let server: Server;
let port = 0;

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), "taizhang-"));
  mkdirSync(path.join(place, "pages", "js"), { recursive: true });
  mkdirSync(path.join(place, "pages-next-door"));
  const files = { "secret.txt": "s", "pages-next-door/secret.txt": "s", "pages/workbench.html": "台账", "pages/js/main.js": "1", "pages/台账 样例.xlsx": "x", "pages/odd.bin": "b" };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(place, name), text);
  server = staticServer(path.join(place, "pages"));
  port = await listen(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(place, { recursive: true, force: true });
});

/** Asks for a path exactly as written: a browser would tidy it up first. */
async function ask(asked: string, method = "GET"): Promise<{ status: number; type: string; body: string; reply: IncomingMessage }> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: asked, method }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, type: reply.headers["content-type"] ?? "", body: Buffer.concat(parts).toString("utf8"), reply }));
    })
      .on("error", reject)
      .end();
  });
}

test("listens on the loopback address alone", () => {
  expect(server.address()).toMatchObject({ address: "127.0.0.1" });
});

test("begins with the workbench", async () => {
  const { status, reply } = await ask("/");
  expect([status, reply.headers.location]).toEqual([302, "/workbench.html"]);
});

test.each([
  // asked                                   type                                    body
  ["/workbench.html", "text/html; charset=utf-8", "台账"],
  ["/workbench.html?view=check&_host_Info=Excel", "text/html; charset=utf-8", "台账"],
  ["/js/main.js", "text/javascript; charset=utf-8", "1"],
  [`/${encodeURIComponent("台账 样例.xlsx")}`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "x"],
  ["/odd.bin", "application/octet-stream", "b"],
])("serves %s with its type", async (asked, type, body) => {
  const answer = await ask(asked);
  expect([answer.status, answer.type, answer.body]).toEqual([200, type, body]);
  expect(answer.reply.headers["x-content-type-options"]).toBe("nosniff");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/js/..%2f..%2fsecret.txt",
  "/..\\secret.txt",
  "/..%5csecret.txt",
  "/../pages-next-door/secret.txt",
  "//etc/passwd",
  "/workbench.html%00.txt",
  "/%zz",
  "/js",
  "/js/",
  "/none.html",
])("finds nothing at %s", async (asked) => {
  const { status, body } = await ask(asked);
  expect([status, body]).toEqual([404, "Not Found"]);
});

test("answers HEAD with the headers only, and takes nothing in", async () => {
  const head = await ask("/workbench.html", "HEAD");
  expect([head.status, head.body, head.reply.headers["content-length"]]).toEqual([200, "", "6"]);
  for (const method of ["POST", "PUT", "DELETE"]) expect((await ask("/workbench.html", method)).status).toBe(405);
});

test("says that a port is taken", async () => {
  await expect(listen(staticServer(place), port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});
