/** `conditionalFormats` of a range or of several. */
import { HostFault, NotImplemented } from "../hostFault";
import type { HostObject, HostType, TypeMembers } from "../hostObject";
import { hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import type { Rule } from "../rules";
import { addRule, deleteRule, ruleAreas, ruleFormula, ruleId, rulePriority, rulesIn, ruleType, setRuleColor, setRuleFormula, setRulePriority } from "../rules";
import type { AreasRef } from "./formatObjects";
import { requireWritable } from "./formatObjects";

interface RuleRef {
  readonly sheet: string;
  readonly rule: Rule;
}

interface PartRef extends RuleRef {
  readonly part: "fill" | "font";
}

const COLOR: HostType<PartRef> = {
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      since: 6,
      set({ rule, part }, value, book) {
        const color = /^#([0-9A-Fa-f]{6})$/u.exec(textArgument(value, "color"))?.[1];
        if (color === undefined) throw new HostFault("InvalidArgument", "color");
        setRuleColor(rule, part, color.toUpperCase(), book.draft);
      },
    },
  },
};

const RULE_FORMAT: HostType<RuleRef> = {
  name: "ConditionalRangeFormat",
  properties: {
    Fill: { since: 6, open: (ref, _, book) => hostObject(COLOR, { ...ref, part: "fill" }, book) },
    Font: { since: 6, open: (ref, _, book) => hostObject(COLOR, { ...ref, part: "font" }, book) },
  },
};

const RULE_TEXT: HostType<RuleRef> = {
  name: "ConditionalFormatRule",
  scalars: {
    Formula: { since: 6, get: ({ rule }) => ruleFormula(rule), set: ({ rule }, value) => setRuleFormula(rule, textArgument(value, "formula")) },
  },
};

const CUSTOM: HostType<RuleRef> = {
  name: "CustomConditionalFormat",
  properties: {
    Rule: { since: 6, open: (ref, _, book) => hostObject(RULE_TEXT, ref, book) },
    Format: { since: 6, open: (ref, _, book) => hostObject(RULE_FORMAT, ref, book) },
  },
};

const RULE: HostType<RuleRef> = {
  name: "ConditionalFormat",
  identity: ({ rule }) => ({ Id: ruleId(rule) }),
  scalars: {
    Id: { since: 6, get: ({ rule }) => ruleId(rule) },
    Type: { since: 6, get: ({ rule }) => ruleType(rule) },
    Priority: {
      since: 6,
      get: ({ sheet, rule }, book) => rulePriority(book.sheet(sheet).part.root, rule),
      set: ({ sheet, rule }, value, book) => setRulePriority(book.sheet(sheet).part.root, rule, numberArgument(value, "priority")),
    },
  },
  properties: {
    Custom: {
      since: 6,
      open(ref, _, book) {
        if (ruleType(ref.rule) !== "Custom") throw new HostFault("InvalidOperation", "custom");
        return hostObject(CUSTOM, ref, book);
      },
    },
    CustomOrNullObject: { since: 6, open: (ref, _, book) => (ruleType(ref.rule) === "Custom" ? hostObject(CUSTOM, ref, book) : null) },
  },
  calls: {
    Delete: {
      since: 6,
      run({ sheet, rule }, _, book) {
        requireWritable({ sheet, areas: ruleAreas(rule.holder) }, book);
        deleteRule(book.sheet(sheet).part.root, rule);
      },
    },
  },
};

const RULES: HostType<AreasRef> = {
  name: "ConditionalFormatCollection",
  items: ({ sheet, areas }, book) => rulesIn(book.sheet(sheet).part.root, areas).map((rule) => hostObject(RULE, { sheet, rule }, book)),
  item({ sheet, areas }, id, book) {
    const rule = rulesIn(book.sheet(sheet).part.root, areas).find((one) => ruleId(one) === id);
    if (rule === undefined) throw new HostFault("ItemNotFound", "conditional format");
    return hostObject(RULE, { sheet, rule }, book);
  },
  methods: {
    Add: {
      since: 6,
      open(ref, [type], book) {
        if (type !== "Custom") throw new NotImplemented(`conditional formats of type ${String(type)}`);
        requireWritable(ref, book);
        return hostObject(RULE, { sheet: ref.sheet, rule: addRule(book.sheet(ref.sheet).part.root, ref.areas) }, book);
      },
    },
  },
};

export function rulesObject(ref: AreasRef, book: LiveBook): HostObject {
  return hostObject(RULES, ref, book);
}

export const RULE_TYPES: readonly TypeMembers[] = [COLOR, RULE_FORMAT, RULE_TEXT, CUSTOM, RULE, RULES];
