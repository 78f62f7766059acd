/**
 * The damages that returned files suffer, as data: what it is, how it happens to a form, and what the merge makes of it.
 * The sample round, the tests and the help are made from this list; a damage is one entry in the file of its subject.
 */
import { CELLS } from "./cells";
import { COLUMNS } from "./columns";
import { COMMON } from "./common";
import type { Damage } from "./damage";
import { ROWS } from "./rows";
import { SHEETS } from "./sheets";

export type { Damage, Expectation } from "./damage";
export { COMMON as COMMON_DAMAGES } from "./common";

export const DAMAGES: readonly Damage[] = [...COMMON, ...CELLS, ...COLUMNS, ...ROWS, ...SHEETS];
