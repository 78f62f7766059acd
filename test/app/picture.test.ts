import { isPicture } from "../../src/app/picture";

test.each([["扫描件.JPG", true], ["a/b.pdf", true], ["IMG.heic", true], ["市财政局.xlsx", false], ["jpg", false], ["图.jpg.xlsx", false]])("%s: %s", (file, expected) => {
  expect(isPicture(file)).toBe(expected);
});
