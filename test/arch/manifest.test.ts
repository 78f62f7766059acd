/** The rules that Excel and its stores hold a manifest to, checked without asking anybody. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { attribute } from "../../src/workbook/attributes";
import { childElements, childNamed, elementText, localName, parseXml, rawToText, type XmlElement } from "../../src/workbook/xml";
import { REPOSITORY } from "../support/builtPages";
import { decodePng } from "../support/icons/png";

const FILE = path.join(REPOSITORY, "manifest.xml");
const TEXT = readFileSync(FILE, "utf8");
const RELEASE = (JSON.parse(readFileSync(path.join(REPOSITORY, "package.json"), "utf8")) as { version: string }).version;
const VIEWS = ["check", "normalize", "lights", "merge", "history", "help"];
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const root = rootOf(TEXT);
const all = descendants(root);

function rootOf(text: string): XmlElement {
  const document = parseXml(text);
  if (document === null) throw new Error("manifest.xml is not well-formed.");
  return document.root;
}

function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...childElements(element).flatMap(descendants)];
}

function named(local: string): readonly XmlElement[] {
  return all.filter((element) => localName(element.name) === local);
}

function textOf(local: string): string {
  const found = childNamed(root, local);
  return found === undefined ? "" : rawToText(elementText(found).replace(/<[^>]*>/gu, "")).trim();
}

/** Every wording of a text: as it stands by default, and for other languages. */
function wordings(element: XmlElement): readonly string[] {
  const texts = [attribute(element, "DefaultValue"), ...childElements(element).map((override) => attribute(override, "Value"))];
  return texts.filter((text) => text !== null);
}

function addresses(): readonly URL[] {
  return all.flatMap(wordings).filter((text) => /^[a-z]+:/u.test(text)).map((text) => new URL(text));
}

test("is a task pane add-in for workbooks with a stable id and the version of this release", () => {
  expect(attribute(root, "xsi:type")).toBe("TaskPaneApp");
  expect(textOf("Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(textOf("Version")).toBe(`${RELEASE}.0`);
  expect(textOf("DefaultLocale")).toBe("zh-CN");
  expect(textOf("Permissions")).toBe("ReadWriteDocument");
  expect(named("Host").map((host) => attribute(host, "Name") ?? attribute(host, "xsi:type"))).toEqual(["Workbook", "Workbook"]);
  expect(named("Set").map((set) => attribute(set, "Name"))).toEqual(["ExcelApi"]);
  expect(named("Sets").map((sets) => attribute(sets, "DefaultMinVersion"))).toEqual(["1.9"]);
});

test("has its elements in the order of the schema", () => {
  expect(childElements(root).map(({ name }) => name)).toEqual([
    "Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl",
    "SupportUrl", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
  ]);
});

test("says every text in Chinese and in English, within the lengths that Excel allows", () => {
  const longest = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };
  const texts = [...named("DisplayName"), ...all.filter(({ name, open }) => name === "Description" && open.includes("DefaultValue"))].map(
    (element) => [element, longest[element.name === "DisplayName" ? "DisplayName" : "Description"]] as const,
  );
  const strings = (["ShortStrings", "LongStrings"] as const).flatMap((list) => named(list).flatMap(childElements).map((element) => [element, longest[list]] as const));
  expect(strings.length).toBeGreaterThan(10);
  for (const [element, limit] of [...texts, ...strings]) {
    expect(childElements(element).map((override) => attribute(override, "Locale"))).toEqual(["en-US"]);
    const [chinese = "", english = ""] = wordings(element);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).not.toMatch(/\p{Script=Han}/u);
    for (const text of [chinese, english]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(limit);
    }
  }
});

test("defines each resource once, under a name of at most 32 characters, and uses it", () => {
  const defined = named("Resources").flatMap(childElements).flatMap(childElements).map((resource) => attribute(resource, "id") ?? "");
  const used = all.flatMap((element) => attribute(element, "resid") ?? []);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
  const ids = [...named("Group"), ...named("Control")].map((element) => attribute(element, "id") ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id === "" || id.length > 125)).toEqual([]);
});

test("reaches one host only, over https", () => {
  expect(new Set(addresses().map(({ origin }) => origin)).size).toBe(1);
  expect(addresses().every(({ protocol }) => protocol === "https:")).toBe(true);
});

test("opens each view of the pane from one group of at most six commands", () => {
  expect(named("Group")).toHaveLength(1);
  expect(named("Control").length).toBeLessThanOrEqual(6);
  expect(named("Action").map((action) => attribute(action, "xsi:type"))).toEqual(VIEWS.map(() => "ShowTaskpane"));
  const views = addresses().filter(({ search }) => search !== "");
  expect(views.map(({ pathname, search }) => pathname + search)).toEqual(VIEWS.map((view) => `/taskpane.html?view=${view}`));
  expect(new Set(named("TaskpaneId").map(elementText)).size).toBe(1);
});

test("names only icons that exist, each of exactly its size", () => {
  const icons = addresses().filter(({ pathname }) => pathname.endsWith(".png"));
  expect(icons.length).toBe(2 + 7 * ICON_SIZES.length);
  for (const { pathname } of icons) {
    const size = Number(/-(\d+)\.png$/u.exec(pathname)?.[1]);
    const { width, height } = decodePng(readFileSync(path.join(REPOSITORY, "assets", pathname)));
    expect([pathname, width, height]).toEqual([pathname, size, size]);
  }
  for (const icon of named("Icon")) expect(childElements(icon).map((image) => Number(attribute(image, "size")))).toEqual(ICON_SIZES);
  const sizes = ["IconUrl", "HighResolutionIconUrl"].map((name) => wordings(childNamed(root, name) ?? root));
  expect(sizes).toEqual([[expect.stringMatching(/-32\.png$/u)], [expect.stringMatching(/-64\.png$/u)]]);
});

test("works for Excel that knows no ribbon commands: all it needs stands outside the version overrides", () => {
  const plain = rootOf(TEXT.replace(/ *<VersionOverrides[\s\S]*<\/VersionOverrides>\n/u, ""));
  expect(childNamed(plain, "VersionOverrides")).toBeUndefined();
  const start = childNamed(childNamed(plain, "DefaultSettings") ?? plain, "SourceLocation") ?? plain;
  expect(new URL(attribute(start, "DefaultValue") ?? "").pathname).toBe("/taskpane.html");
});

test("is read by Microsoft's own reader", () => {
  // In a process of its own: the reader stands on modules that jest can't load.
  const script = `require("office-addin-manifest").OfficeAddinManifest.readManifestFile("manifest.xml").then((info) => console.log(JSON.stringify(info)))`;
  const info: unknown = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: REPOSITORY, encoding: "utf8" }));
  expect(info).toMatchObject({ displayName: "台账助手", hosts: ["Workbook"], officeAppType: "TaskPaneApp", permissions: "ReadWriteDocument", version: `${RELEASE}.0` });
});
