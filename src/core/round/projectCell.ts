/**
 * What one reply cell should hold, from its base, what the units say, a person's decision and a person's own typing.
 * Pure, and blind to the order in which things came.
 */
import type { CellValue } from "../grid/grid";
import { LONGEST_TEXT } from "../grid/excelLimits";
import { isEmpty, plainText } from "../grid/grid";
import { type ColumnKey, ownerOf } from "../ledger/columns";
import { comparisonForm } from "../text/compare";
import { composeParts, type Part, partText, takeApart, weave } from "./compose";
import { isZeroReply } from "./nothingNew";
import { longText, type LongWay } from "./longCells";
import type { Doubt } from "./policies/doubt";
import { isDoubt, type Policy, type Tally, taking } from "./policies/policy";
import type { Decision, HandEdit } from "./round";
import { type FigureWords, splitMeasure } from "./figure";
import { valueForm } from "./value";
import type { Verdict, Voice, VoiceFate, VoiceReason } from "./voice";

export interface CellQuestion {
  readonly column: ColumnKey;
  readonly base: CellValue;
  /** In the row's order. */
  readonly voices: readonly Voice[];
  readonly superseded: readonly Voice[];
  readonly decision: Decision | null;
  readonly edit: HandEdit | null;
  /** Null: as the column's owner says (unit-owned text is composed, shared values are asked). */
  readonly policy: Policy | null;
  readonly leads: readonly string[];
  /** Identity keys of the units whose answer is due. */
  readonly asked: readonly string[];
  /** What the master's column says of its figures. */
  readonly words: FigureWords;
  /** How the cell's texts are kept where they are too long for it; null where nobody has said. */
  readonly long: LongWay | null;
  /** The measure of the row's target, as written. */
  readonly targetMeasure: string;
  /** The forms went out with empty replies: whoever says what the base says has said it. */
  readonly blankForms: boolean;
  /** The identity key of a unit named before a colon, or null where the name is no unit's. */
  readonly unitKeyOf: (name: string) => string | null;
}

export interface CellOutcome {
  readonly value: CellValue;
  readonly kind: "base" | "accepted" | "composed" | "conflict" | "decided" | "edited";
  readonly verdicts: readonly Verdict[];
  /** The parts of a composed column without the person's typing; what a later edit is held against. Empty for shared values. */
  readonly parts: readonly Part[];
  /** Texts that are kept on a sheet of their own. */
  readonly details?: readonly Part[];
  /** Of a total its parts. */
  readonly tally?: Tally;
  /** Why a policy could not tell. */
  readonly doubt?: Doubt;
}

/** The outcome for one cell. */
export function projectCell(given: CellQuestion): CellOutcome {
  const zeros = zeroVoices(given);
  const question = zeros.size === 0 ? given : { ...given, voices: given.voices.map((voice) => zeros.get(voice) ?? voice) };
  const composed = ownerOf(question.column) === "unit" && question.policy === null;
  const outcome = composed ? projectComposed(question) : projectShared(question);
  const former = question.superseded.map((voice): Verdict => ({ voice, fate: "rejected", reason: "superseded" }));
  if (former.length + zeros.size === 0) return outcome;
  const spoken = new Map([...zeros].map(([own, zero]) => [zero, own]));
  const verdicts = outcome.verdicts.map((verdict): Verdict => {
    const own = spoken.get(verdict.voice);
    return own ? { voice: own, fate: verdict.fate === "conflict" ? "conflict" : "unchanged", reason: "zeroReport" } : verdict;
  });
  return { ...outcome, verdicts: [...verdicts, ...former] };
}

/** Whoever says that last month's stands says last month's value: by the words over a value, never as words in its place. */
function zeroVoices({ column, base, voices }: CellQuestion): ReadonlyMap<Voice, Voice> {
  const zeros = new Map<Voice, Voice>();
  if (isEmpty(base)) return zeros;
  const form = valueForm(column, base);
  for (const voice of voices) {
    if (typeof voice.value === "string" && voice.form !== form && isZeroReply(column, voice.value)) zeros.set(voice, { ...voice, value: base, form, zero: true });
  }
  return zeros;
}

/** The value a person's edit was typed over, in the form that edits keep. */
export function editedOver(outcome: CellOutcome): CellValue {
  return outcome.parts.length > 0 ? outcome.parts.map(partText).join("\n") : outcome.value;
}

function projectShared(question: CellQuestion): CellOutcome {
  const { voices, base, column, edit } = question;
  const current = edit?.value ?? base;
  const decided = decide(question, current);
  if (decided) return decided;
  const baseForm = valueForm(column, base);
  const changes = voices.filter(({ form }) => form !== baseForm);
  if (edit) return projectUnderEdit(question, edit, changes);
  const heard = heardBy(question, changes);
  const [first] = heard;
  if (!first || heard.every(({ zero }) => zero === true)) return outcomeOf(base, "base", voices, () => "unchanged");
  if (new Set(heard.map(({ form }) => form)).size > 1 || decidesEqual(question, heard) || scalesDiffer(heard)) return resolveByPolicy(question, heard, base);
  if (first.form === baseForm) return outcomeOf(base, "base", voices, () => "unchanged");
  return outcomeOf(first.value, "accepted", voices, ({ form }) => (form === first.form ? "accepted" : "unchanged"));
}

/** Whom a policy hears: all who typed something. In forms that went out with the master's values who sent these back has not. */
function heardBy({ policy, voices, blankForms }: CellQuestion, changes: readonly Voice[]): readonly Voice[] {
  if (!policy || policy.name === "ask") return changes;
  return blankForms ? voices : voices.filter((voice) => voice.zero === true || changes.includes(voice));
}

/** Whether the policy is asked although all say the same; a unit alone that says the base changes nothing. */
function decidesEqual({ policy, column, base }: CellQuestion, heard: readonly Voice[]): boolean {
  if (!policy?.decidesEqual) return false;
  const several = new Set(heard.map(({ unitKey }) => unitKey)).size > 1;
  const baseForm = valueForm(column, base);
  return (policy.decidesEqual === "units" && several) || heard.some(({ form }) => form !== baseForm);
}

/** 3 万元 and 3 亿元 are not the same three. */
function scalesDiffer(voices: readonly Voice[]): boolean {
  return new Set(voices.flatMap(({ words }) => (words.measure === undefined ? [] : [splitMeasure(words.measure).scale]))).size > 1;
}

/** What a person typed stands; a value they have not seen is a question. */
function projectUnderEdit(question: CellQuestion, edit: HandEdit, changes: readonly Voice[]): CellOutcome {
  const { voices, column, base } = question;
  const own = valueForm(column, edit.value);
  const overForm = valueForm(column, edit.over);
  const open = changes.filter(({ form }) => form !== own && form !== overForm && !edit.seen.includes(form));
  // A policy speaks of units; what a person typed gives way to a person alone.
  if (open.length > 0) return outcomeOf(edit.value, "conflict", voices, () => "conflict");
  const baseForm = valueForm(column, base);
  return {
    value: edit.value,
    kind: "edited",
    parts: [],
    verdicts: voices.map((voice) => {
      if (voice.form === own) return { voice, fate: "accepted", reason: "" };
      return voice.form === baseForm ? { voice, fate: "unchanged", reason: "" } : { voice, fate: "rejected", reason: "byHand" };
    }),
  };
}

function resolveByPolicy(question: CellQuestion, heard: readonly Voice[], kept: CellValue): CellOutcome {
  const { policy, voices } = question;
  const twice = policy && policy.name !== "ask" ? speaksTwice(heard) : null;
  const answer = twice ? { kind: "saidTwice" as const, params: { unit: twice.unit } } : (policy?.resolve({ ...question, voices: heard }) ?? null);
  if (!answer) return outcomeOf(kept, "conflict", voices, () => "conflict");
  if (isDoubt(answer)) return { ...outcomeOf(kept, "conflict", voices, () => "conflict"), doubt: answer };
  const named = new Set(heard);
  const verdicts = voices.map((voice): Verdict => {
    const fate = named.has(voice) ? answer.fateOf(voice) : "unchanged";
    return { voice, fate, reason: fate === "rejected" ? "byPolicy" : "" };
  });
  return { value: answer.value, kind: "accepted", verdicts, parts: [], ...(answer.tally ? { tally: answer.tally } : {}) };
}

/** A decision that covers all that is on the table, or null. */
function decide(question: CellQuestion, current: CellValue): CellOutcome | null {
  const { decision, voices, column } = question;
  if (!decision) return null;
  const taken = takenBy(decision, question, current);
  if (taken === undefined) return null;
  const form = valueForm(column, taken);
  const seen = decision.seen;
  if (seen && voices.some((voice) => voice.zero !== true && voice.form !== form && !seen.includes(voice.form))) return null;
  const answer = taking(taken, form);
  return {
    value: taken,
    kind: "decided",
    parts: [],
    verdicts: voices.map((voice) => {
      const fate = answer.fateOf(voice);
      return { voice, fate, reason: fate === "rejected" ? "decided" : "" };
    }),
  };
}

function takenBy(decision: Decision, { voices, unitKeyOf }: CellQuestion, current: CellValue): CellValue | undefined {
  if (decision.value !== undefined) return decision.value;
  if (decision.take === "master") return current;
  const key = unitKeyOf(decision.take);
  return voices.find((voice) => voice.file === decision.take || (key !== null && voice.unitKey === key))?.value;
}

function projectComposed(question: CellQuestion): CellOutcome {
  const { voices, base, edit } = question;
  const current = edit?.value ?? base;
  const chosen = chosenAmongOwn(question);
  if (chosen) return projectChosen(question, chosen);
  const decided = decide(question, current);
  if (decided) return decided;
  if (speaksTwice(voices)) return outcomeOf(current, "conflict", voices, () => "conflict");
  const { parts, changed } = composedParts(question);
  const auto: CellValue = changed ? composeParts(parts) : base;
  if (question.long && changed && parts.length > 1) return keptApart(question, question.long, parts);
  const { length } = plainText(auto);
  // What a cell cannot hold is a person's to shorten, and not cut by us.
  if (length > LONGEST_TEXT) return { ...outcomeOf(current, "conflict", voices, () => "conflict"), doubt: { kind: "tooLong", params: { length } } };
  if (edit) return underEdit(question, edit, parts);
  if (!changed) return { ...outcomeOf(base, "base", voices, () => "unchanged"), parts };
  const kind = parts.length > 1 ? "composed" : "accepted";
  return { ...outcomeOf(auto, kind, voices, () => kind), parts };
}

/** The cell says where the texts are, or what the lead unit makes of them; a person's own summary stands. */
function keptApart({ voices, edit, leads, unitKeyOf, base, column }: CellQuestion, way: LongWay, parts: readonly Part[]): CellOutcome {
  const { text, shown } = longText(way, parts, (unit) => leads.includes(unitKeyOf(unit) ?? ""));
  const baseForm = valueForm(column, base);
  const isShown = ({ form }: Voice): boolean => !edit && shown !== null && comparisonForm(shown.text) === form;
  const verdicts = voices.map((voice): Verdict => ({ voice, fate: voice.form === baseForm ? "unchanged" : "composed", reason: isShown(voice) ? "" : "inDetails" }));
  return { value: edit ? edit.value : text, kind: edit ? "edited" : "composed", verdicts, parts: [], details: parts };
}

/** The unit of two files that say different things, neither of which replaces the other. */
function speaksTwice(voices: readonly Voice[]): Voice | null {
  const forms = new Map<string, string>();
  const twice = voices.find(({ unitKey, form }) => {
    const other = forms.get(unitKey);
    forms.set(unitKey, form);
    return other !== undefined && other !== form;
  });
  return twice ?? null;
}

/**
 * The file that a person took of a unit whose files contradict each other: the unit speaks by it, the others speak on.
 * Null where the decision is another one, or does not cover all that the unit says.
 */
function chosenAmongOwn({ voices, decision, unitKeyOf }: CellQuestion): Voice | null {
  if (!decision || decision.value !== undefined || decision.take === "master") return null;
  const key = unitKeyOf(decision.take);
  const taken = voices.find((voice) => voice.file === decision.take || (key !== null && voice.unitKey === key));
  if (!taken) return null;
  const own = voices.filter(({ unitKey }) => unitKey === taken.unitKey);
  const { seen } = decision;
  return speaksTwice(own) && (!seen || own.every(({ form, zero }) => zero === true || form === taken.form || seen.includes(form))) ? taken : null;
}

function projectChosen(question: CellQuestion, chosen: Voice): CellOutcome {
  const left = (voice: Voice): boolean => voice.unitKey === chosen.unitKey && voice.form !== chosen.form;
  const outcome = projectComposed({ ...question, voices: question.voices.filter((voice) => !left(voice)), decision: null });
  return { ...outcome, verdicts: [...outcome.verdicts, ...question.voices.filter(left).map((voice): Verdict => ({ voice, fate: "rejected", reason: "decided" }))] };
}

/** The parts that the cell is made of, and whether they say more than its base. */
function composedParts(question: CellQuestion): { readonly parts: readonly Part[]; readonly changed: boolean } {
  const { base, voices, unitKeyOf } = question;
  const baseText = plainText(base);
  const baseForm = comparisonForm(baseText);
  if (baseForm === "") {
    const parts = distinctTexts(voices);
    return { parts, changed: parts.length > 0 };
  }
  const former = takeApart(baseText, (name) => (unitKeyOf(name) === null ? null : name));
  if (former.some(({ unit }) => unit !== null)) return overLabelled(question, former, baseForm);
  const changes = voices.filter(({ form }) => form !== baseForm);
  if (changes.length === 0) return { parts: former, changed: false };
  // Whoever repeats the base's text has said it again: it stands beside what the others say.
  return { parts: distinctTexts(voices), changed: true };
}

/** The parts of voices with distinct texts, each labelled by the first that gave it; told by the forms that voices have already. */
function distinctTexts(voices: readonly Voice[]): readonly Part[] {
  const seen = new Set<string>();
  return voices.flatMap(({ unit, value, form }): Part[] => {
    if (form === "" || seen.has(form)) return [];
    seen.add(form);
    return [{ unit, text: plainText(value) }];
  });
}

/** A base that is composed already: each unit replaces its own part, the others' parts and unlabelled lines stay. */
function overLabelled({ voices, unitKeyOf }: CellQuestion, former: readonly Part[], baseForm: string): { parts: readonly Part[]; changed: boolean } {
  const parts = [...former];
  let changed = false;
  for (const voice of voices) {
    const text = ownPart(voice, former, baseForm, unitKeyOf);
    if (text === null) continue;
    const at = parts.findIndex(({ unit }) => unit !== null && unitKeyOf(unit) === voice.unitKey);
    const own = parts[at];
    if (own && comparisonForm(own.text) === comparisonForm(text)) continue;
    if (own) parts[at] = { unit: own.unit, text };
    else if (!parts.some((part) => comparisonForm(part.text) === comparisonForm(text))) parts.push({ unit: voice.unit, text });
    else continue;
    changed = true;
  }
  return { parts, changed };
}

/** What the unit says of itself: a return that carries the whole composed cell is read for its own line only. Null: nothing new. */
function ownPart(voice: Voice, former: readonly Part[], baseForm: string, unitKeyOf: CellQuestion["unitKeyOf"]): string | null {
  if (voice.form === baseForm) return null;
  const text = plainText(voice.value);
  const said = takeApart(text, (name) => (unitKeyOf(name) === null ? null : name));
  const own = said.find(({ unit }) => unit !== null && unitKeyOf(unit) === voice.unitKey);
  const others = said.filter((part) => part !== own);
  const repeated = others.every((part) => former.some((old) => comparisonForm(partText(old)) === comparisonForm(partText(part))));
  return own && repeated ? own.text : text;
}

function underEdit(question: CellQuestion, edit: HandEdit, parts: readonly Part[]): CellOutcome {
  const over = takeApart(plainText(edit.over), (name) => (question.unitKeyOf(name) === null ? null : name));
  const text = weave(over.filter((part) => part.text !== ""), plainText(edit.value), parts);
  const shown = comparisonForm(text);
  const value: CellValue = comparisonForm(plainText(edit.value)) === shown ? edit.value : text;
  return {
    value,
    kind: "edited",
    parts,
    verdicts: question.voices.map((voice) =>
      shown.includes(voice.form)
        ? { voice, fate: shown === voice.form ? "accepted" : "composed", reason: "" }
        : { voice, fate: "rejected", reason: "byHand" },
    ),
  };
}

function outcomeOf(value: CellValue, kind: CellOutcome["kind"], voices: readonly Voice[], fateOf: (voice: Voice) => VoiceFate): CellOutcome {
  const reason: VoiceReason = "";
  return { value, kind, parts: [], verdicts: voices.map((voice) => ({ voice, fate: fateOf(voice), reason })) };
}
