/** The harness finds what it is there to find. */
import { accessibilityFaults, productBrowser, sidewaysScroll } from "./harness";

const product = productBrowser();

test("sees a request to another origin, also from a worker, and an error", async () => {
  const page = await product.open("help.html");
  product.expectComplaint(/./u);
  await page.goto("data:text/html,<title>no policy</title>");
  await page.evaluate(async () => {
    console.error("said aloud");
    const script = new Blob(["fetch('http://worker.invalid/').catch(() => postMessage(0))"], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(script));
    await Promise.all([new Promise((done) => (worker.onmessage = done)), fetch("http://page.invalid/").catch(() => undefined)]);
  });
  expect(product.complaints()).toEqual(
    expect.arrayContaining([
      "console: said aloud",
      "outside the origin: http://page.invalid/",
      "left the machine: GET http://page.invalid/",
      "left the machine: GET http://worker.invalid/",
    ]),
  );
});

test("sees that the pages' policy stops a request, and that a file is missing", async () => {
  const page = await product.open("taskpane.html");
  product.expectComplaint(/./u);
  await page.evaluate(async () => {
    await fetch("http://page.invalid/").catch(() => undefined);
    await fetch("missing.json");
  });
  expect(product.complaints()).toEqual(expect.arrayContaining([expect.stringMatching(/Content Security Policy/u), expect.stringMatching(/answered 404: .*missing\.json/u)]));
  expect(product.complaints().filter((complaint) => complaint.startsWith("left the machine"))).toEqual([]);
});

test("sees what a person can't read, and what doesn't fit the window", async () => {
  const page = await product.open("help.html", { width: 320 });
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="icons/icon-32.png" width="700"><p><font color="#cccccc">hardly to be read</font></p>');
  });
  expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^color-contrast: /u), expect.stringMatching(/^image-alt: /u)]);
  expect(await sidewaysScroll(page)).toBeGreaterThan(300);
});
