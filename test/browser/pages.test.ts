import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll } from "./harness";

const product = productBrowser();

describe.each(["taskpane", "workbench", "help", "unsupported"])("%s.html", (name) => {
  test.each([320, 350, 1280])("opens at %i pixels: titled, in Chinese, accessible, without sideways scrolling", async (width) => {
    const page = await product.open(`${name}.html`, { width });
    await page.locator("h1").first().waitFor();
    await keepPicture(page, `${name}-${width}`);
    expect(await page.title()).toMatch(/台账助手/u);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test.each(["taskpane.html", "workbench.html"])("%s works in the oldest browser", async (address) => {
  const page = await product.open(address, { oldest: true });
  await page.locator("#root h1").waitFor();
  expect(await page.evaluate(() => [typeof structuredClone, [1, 2].at(-1)])).toEqual(["undefined", 2]);
});

describe("an old web view", () => {
  const INTERNET_EXPLORER = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";
  const FIRST_EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0 Safari/537.36 Edge/18.19041";
  const EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0";

  test.each([
    ["taskpane.html?view=check", INTERNET_EXPLORER],
    ["taskpane.html", FIRST_EDGE],
    ["workbench.html", FIRST_EDGE],
  ])("%s tells it why it can't run and what to do", async (address, userAgent) => {
    const page = await product.open(address, { userAgent });
    await page.waitForURL(/\/unsupported\.html$/u);
    const workbench = page.url().replace(/unsupported\.html$/u, "workbench.html");
    expect(await page.locator(".workbench-address").allTextContents()).toEqual([workbench, workbench]);
    expect(await page.locator(".web-view").textContent()).toBe(userAgent);
  });

  test("is not mistaken for the Edge of today", async () => {
    const page = await product.open("taskpane.html", { userAgent: EDGE });
    await page.locator("#root h1").waitFor();
    expect(page.url()).toMatch(/\/taskpane\.html$/u);
  });
});
