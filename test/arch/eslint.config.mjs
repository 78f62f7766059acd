import path from "node:path";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** The clock and chance come in by the door (law 8). */
const NO_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The core has no clock: take the date as an argument." },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "The core has no clock: take the date as an argument." },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "The core has no chance." },
  { selector: "MemberExpression[property.name=/^toLocale/]", message: "The core has no locale." },
];
const HOUSE = [
  { selector: "TSEnumDeclaration", message: "Use a union of strings." },
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "TSNonNullExpression", message: "Index once, narrow once." },
];

/** What came to browsers after Chromium 90, the oldest that runs the built pages, and is not in src/app/oldBrowser.ts. */
const NEWER = [
  { property: "toSorted", since: 110 }, { property: "toReversed", since: 110 }, { property: "toSpliced", since: 110 },
  { property: "groupBy", object: "Object", since: 117 },
  { property: "withResolvers", object: "Promise", since: 119 }, { property: "fromAsync", object: "Array", since: 121 },
  { property: "timeout", object: "AbortSignal", since: 103 }, { property: "any", object: "AbortSignal", since: 116 },
  { property: "randomUUID", since: 92 }, { property: "throwIfAborted", since: 100 }, { property: "showPicker", since: 99 },
].map(({ property, object, since }) => ({
  selector: `CallExpression[callee.property.name='${property}']${object === undefined ? "" : `[callee.object.name='${object}']`}`,
  message: `Chromium 90 does not know it: it came with ${since}.`,
}));
const IN_BROWSERS = ["src/{core,files,workbook,excel,app,pane}/**", "src/{taskpane,workbench}.tsx"];

export default tseslint.config(
  { ignores: ["**/*.mjs", "**/*.cjs", "**/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ["tsconfig.json", "test/tsconfig.json"], tsconfigRootDir: path.resolve(import.meta.dirname, "../..") } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-syntax": ["error", ...HOUSE],
      "max-lines": ["error", { max: 400, skipComments: true, skipBlankLines: true }],
      "no-irregular-whitespace": ["error", { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      complexity: ["error", 20],
    },
  },
  {
    files: IN_BROWSERS,
    rules: {
      "no-restricted-syntax": ["error", ...HOUSE, ...NEWER],
      "no-restricted-globals": ["error", { name: "structuredClone", message: "Chromium 90 does not know it: it came with 98." }],
    },
  },
  { files: ["src/core/**"], rules: { "no-restricted-syntax": ["error", ...HOUSE, ...NEWER, ...NO_CLOCK] } },
  {
    files: ["src/excel/**"],
    plugins: { "office-addins": officeAddins },
    // call-sync-before-read only knows `context.sync()`; ours goes through the session, which counts and can fail it.
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  { files: ["test/**"], rules: { "max-lines": "off" } },
);
