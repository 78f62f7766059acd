/**
 * Cells that several units write: one `单位：文本` line a distinct text. Composing and taking apart are each other's inverse
 * for texts whose inner lines do not themselves begin with a unit's name.
 */
import { comparisonForm } from "../text/compare";

export interface Part {
  /** Null for text that no unit is named for. */
  readonly unit: string | null;
  readonly text: string;
}

/** The cell's text: a single part is its plain text, several stand labelled, one below the other. */
export function composeParts(parts: readonly Part[]): string {
  const [first] = parts;
  if (first && parts.length === 1) return first.text;
  return parts.map(partText).join("\n");
}

/** One part as it stands among others. */
export function partText({ unit, text }: Part): string {
  return unit === null ? text : `${unit}：${text}`;
}

/**
 * The parts of a composed cell, by the units that `unitOf` recognises before a colon at the start of a line; lines without
 * one belong to the part above them. A text without any label is one part of nobody.
 */
export function takeApart(text: string, unitOf: (name: string) => string | null): readonly Part[] {
  const parts: { unit: string | null; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const found = LABELLED.exec(line);
    const unit = found?.[1] === undefined ? null : unitOf(found[1]);
    const last = parts.at(-1);
    if (unit !== null) parts.push({ unit, lines: [found?.[2] ?? ""] });
    else if (last) last.lines.push(line);
    else parts.push({ unit: null, lines: [line] });
  }
  return parts.map(({ unit, lines }) => ({ unit, text: lines.join("\n") }));
}

const LABELLED = /^\s*([^：:\s]{2,40})\s*[：:](.*)$/su;

/** Parts with distinct texts, each labelled by the first that gave it. */
export function distinctParts(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  return parts.filter(({ text }) => {
    const form = comparisonForm(text);
    if (form === "" || seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}

/**
 * What a hand-edited cell shows when the reports change: `hand` was typed over `over`, the reports now say `now`.
 * A part that the person left as it was follows its report; a part that was typed over stays theirs, and what is new
 * stands beside it. Nothing of `hand` is taken away.
 */
export function weave(over: readonly Part[], hand: string, now: readonly Part[]): string {
  let text = hand;
  const used = new Set<Part>();
  for (const old of over) {
    const next = now.find((part) => !used.has(part) && part.unit === old.unit);
    if (next) used.add(next);
    if (!next || comparisonForm(next.text) === comparisonForm(old.text)) continue;
    const replaced = replaceWhole(text, composedForms(over, old), composedForms(now, next)[0] ?? next.text);
    text = replaced ?? beside(text, next);
  }
  for (const part of now) if (!used.has(part)) text = beside(text, part);
  return text;
}

/** How a part may stand in the cell: labelled among others, bare when alone. */
function composedForms(parts: readonly Part[], part: Part): readonly string[] {
  return parts.length > 1 ? [partText(part), part.text] : [part.text, partText(part)];
}

/** The text with the first of these found as whole lines replaced, or null where a person changed all of them. */
function replaceWhole(text: string, forms: readonly string[], by: string): string | null {
  for (const form of forms) {
    const at = text.indexOf(form);
    if (form === "" || at < 0) continue;
    const startsLine = at === 0 || text[at - 1] === "\n";
    const end = at + form.length;
    if (startsLine && (end === text.length || text[end] === "\n")) return text.slice(0, at) + by + text.slice(end);
  }
  return null;
}

function beside(text: string, part: Part): string {
  const line = partText(part);
  if (comparisonForm(part.text) === "" || text.split("\n").some((own) => comparisonForm(own) === comparisonForm(line))) return text;
  // Said already, under nobody's name.
  if (comparisonForm(text) === comparisonForm(part.text) || replaceWhole(text, [part.text], part.text) !== null) return text;
  return text === "" ? line : `${text}\n${line}`;
}
