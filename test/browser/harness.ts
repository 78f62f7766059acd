/**
 * The product in a real browser. A test asks for a page and drives it with Playwright; after each test the page must
 * have been quiet: no error in the console, no failed request, and no request to anywhere but its own origin.
 */
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { listen, staticServer } from "../../src/serve.js";
import { builtPages } from "../support/builtPages";
import { unpackedChromium } from "./chromium";

/** How a page is looked at. Left out: 350 × 560 pixels, Chinese, light. */
export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: "zh-CN" | "en-US";
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly userAgent?: string;
  /** Without what came to browsers after Chromium 90, the oldest that is supported. Workers keep it. */
  readonly oldest?: boolean;
  /** Runs before the page is loaded: a place for scripts that stand in for a host. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface ProductBrowser {
  /** Opens a page of the built product, `taskpane.html?view=check` for example, in a profile of its own. */
  open(address: string, view?: View): Promise<Page>;
  /** Complaints that a test provokes on purpose; all others fail it. */
  expectComplaint(complaint: RegExp): void;
  /** What the pages of this test complained about so far. */
  complaints(): readonly string[];
}

const BUILD_TIMEOUT_MS = 300_000;
const TEST_TIMEOUT_MS = 60_000;

/** A browser for the tests of one file: starts before the first, and watches over each. */
export function productBrowser(): ProductBrowser {
  let browser: Browser | undefined;
  let pages: Server | undefined;
  let origin = "";
  let complaints: string[] = [];
  let expected: RegExp[] = [];
  const contexts: BrowserContext[] = [];
  const outside = createServer((request, response) => {
    complaints.push(`left the machine: ${request.method ?? ""} ${request.url ?? ""}`);
    response.destroy();
  }).on("connect", (request, socket) => {
    complaints.push(`left the machine: ${request.url ?? ""}`);
    socket.destroy();
  });

  jest.setTimeout(TEST_TIMEOUT_MS);
  beforeAll(async () => {
    pages = staticServer(await builtPages());
    origin = `http://127.0.0.1:${await listen(pages, 0)}`;
    // All that is not loopback goes through a proxy that answers nothing and tells: the network is cut.
    const trap = `http://127.0.0.1:${await listen(outside, 0)}`;
    const { executablePath, env } = await unpackedChromium();
    browser = await chromium.launch({
      executablePath,
      env: { ...env },
      args: [`--proxy-server=${trap}`],
      ignoreDefaultArgs: ["--hide-scrollbars"],
    });
  }, BUILD_TIMEOUT_MS);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    [complaints, expected] = [[], []];
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    pages?.close();
    outside.close();
  });

  return {
    async open(address, view = {}) {
      if (browser === undefined) throw new Error("The browser has not started.");
      const { width = 350, height = 560, locale = "zh-CN", colorScheme = "light", forcedColors = "none", userAgent, oldest = false, prepare } = view;
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        colorScheme,
        forcedColors,
        timezoneId: "Asia/Shanghai",
        ...(userAgent === undefined ? {} : { userAgent }),
      });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, origin, (complaint) => complaints.push(complaint));
      if (oldest) await page.addInitScript(forgetNewer);
      await prepare?.(page);
      await page.goto(`${origin}/${address}`);
      return page;
    },
    expectComplaint: (complaint) => void expected.push(complaint),
    complaints: () => complaints,
  };
}

function watch(page: Page, origin: string, complain: (complaint: string) => void): void {
  page.on("console", (message) => {
    if (message.type() === "error") complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (fault) => complain(`not caught: ${fault.message}`));
  page.on("crash", () => complain("the page crashed"));
  page.on("request", (request) => {
    if (!isOwn(request.url(), origin)) complain(`outside the origin: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complain(`answered ${response.status()}: ${response.url()}`);
  });
}

/** Runs in the page, before its scripts: takes away what Chromium 90 does not have. */
function forgetNewer(): void {
  const newer: readonly (readonly [object, readonly string[]])[] = [
    [window, ["structuredClone", "Iterator", "scheduler"]],
    [Array, ["fromAsync"]],
    [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
    [Object.getPrototypeOf(Uint8Array.prototype) as object, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"]],
    [String.prototype, ["at", "isWellFormed", "toWellFormed"]],
    [Object, ["hasOwn", "groupBy"]],
    [Map, ["groupBy"]],
    [Set.prototype, ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]],
    [Promise, ["withResolvers", "try"]],
    [AbortSignal, ["timeout", "any"]],
    [AbortSignal.prototype, ["throwIfAborted"]],
    [Crypto.prototype, ["randomUUID"]],
    [Intl, ["supportedValuesOf"]],
    [Element.prototype, ["checkVisibility"]],
    [HTMLInputElement.prototype, ["showPicker"]],
  ];
  for (const [target, names] of newer) for (const name of names) Reflect.deleteProperty(target, name);
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || /^(data|blob|about):/u.test(url);
}

/** The rules of WCAG 2.1 A and AA that a page breaks, with the places; empty if none. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // A colour on its way from one to another has a contrast of its own: what is judged is where it comes to rest.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().filter((own) => own instanceof CSSTransition).map(({ finished }) => finished.catch(() => undefined)));
    const { violations } = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        // Fluent UI's focus guards are hidden and focusable on purpose: they send the focus on at once.
        .filter(({ element, html }) => !(element ?? { matches: () => html.includes("data-tabster-dummy") }).matches("[data-tabster-dummy]"))
        .map(({ target }) => `${id}: ${target.join(" ")}`),
    );
  });
}

/** By how many pixels a page is wider than its window: 0 means no sideways scrolling. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

/** Keeps a picture of the page for looking at, where `PICTURES` names a folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["PICTURES"];
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
