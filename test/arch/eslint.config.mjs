import path from "node:path";
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
  { files: ["src/core/**"], rules: { "no-restricted-syntax": ["error", ...HOUSE, ...NO_CLOCK] } },
  { files: ["test/**"], rules: { "max-lines": "off" } },
);
