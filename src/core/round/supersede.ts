/** Which submission replaces which. A replacement is data: it is kept, not guessed again. */
import { comparisonForm } from "../text/compare";
import type { Submission } from "./round";

const SAYS = /更正|订正|修订|修正|改正|重报|重新报送|重新填报|替换|代替|以此为准/u;

/** Whether a file's name says that it replaces what its unit sent before. */
export function says(file: string): boolean {
  return SAYS.test(comparisonForm(file));
}

/**
 * The fresh submissions, each with the ids that it replaces: an earlier run's file of the same unit under the same name
 * (saved over and sent again; `batchOf` tells what came earlier within this run), or all of the unit's others where the name says so. Two different files that came together
 * replace nothing: their differences are asked.
 */
export function supersede(stored: readonly Submission[], fresh: readonly Submission[], keyOf: (unit: string) => string, batchOf: (submission: Submission) => number = () => 0): readonly Submission[] {
  const known = new Set(stored.map(({ id }) => id));
  return fresh
    .filter(({ id }) => !known.has(id))
    .map((submission) => {
      const mine = (other: Submission): boolean => other.id !== submission.id && keyOf(other.unit) === keyOf(submission.unit);
      const former = [...stored.filter((other) => other.run !== submission.run), ...fresh.filter((other) => batchOf(other) < batchOf(submission))];
      const sameName = former.filter((other) => mine(other) && other.file === submission.file);
      const all = says(submission.file) ? [...stored, ...fresh].filter((other) => mine(other) && !says(other.file)) : [];
      const replaced = [...sameName, ...all];
      const ids = new Set([...submission.supersedes, ...replaced.flatMap(({ id, supersedes }) => [id, ...supersedes])]);
      return ids.size > 0 ? { ...submission, supersedes: [...ids].sort() } : submission;
    });
}

/** The submissions with those of these files in the place of all that their units sent besides: a person said so. */
export function replacing(submissions: readonly Submission[], files: ReadonlySet<string>, keyOf: (unit: string) => string): readonly Submission[] {
  if (files.size === 0) return submissions;
  const chosen = submissions.filter(({ file }) => files.has(file));
  const chosenIds = new Map(chosen.map(({ id, unit }) => [id, keyOf(unit)]));
  return submissions.map((own) => {
    const key = keyOf(own.unit);
    const others = submissions.filter((other) => keyOf(other.unit) === key && !files.has(other.file)).map(({ id }) => id);
    const ids = chosenIds.has(own.id) ? [...own.supersedes, ...others] : own.supersedes.filter((id) => chosenIds.get(id) !== key);
    return ids.length === own.supersedes.length ? own : { ...own, supersedes: [...new Set(ids)].sort() };
  });
}
