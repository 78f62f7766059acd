/** Microsoft's client, served by ourselves, finds every file that it asks for in Excel. */
import { productBrowser } from "./harness";

const product = productBrowser();

test.each([
  // what Excel puts into the address        the client's host file        its words                  what it misses without a real host
  ["Excel$Win32$16.01$zh-CN$$$$0", "excel-win32-16.01.js", "zh-cn/office_strings.js", null],
  ["Excel$Mac$16.00$en-US$$$$0", "excel-mac-16.00.js", "en-us/office_strings.js", null],
  ["Excel$Web$16.00$zh-CN$$$$0", "excel-web-16.00.js", "zh-cn/office_strings.js", /conversationId/u],
])("in %s it loads %s and %s from our origin", async (host, hostFile, words, missing) => {
  if (missing !== null) product.expectComplaint(missing);
  const answers: Promise<number>[] = [];
  await product.open(`taskpane.html?view=check&_host_Info=${host}`, {
    prepare: async (page) => {
      for (const file of [hostFile, words]) {
        answers.push(page.waitForResponse((response) => response.url().endsWith(`/office/${file}`)).then((response) => response.status()));
      }
    },
  });
  expect(await Promise.all(answers)).toEqual([200, 200]);
});

test("in a plain browser it says so, instead of waiting for Excel", async () => {
  const page = await product.open("taskpane.html");
  expect(await page.evaluate(async () => (await Office.onReady()).host)).toBeNull();
});
