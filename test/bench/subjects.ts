import { checkSubject } from "./check";
import { meaningSubject } from "./meaning";
import { mergeSubject } from "./merge";
import { paneSubject } from "./pane";
import { readSubject } from "./read";
import { storeSubject } from "./store";
import type { Subject } from "./subject";

/** All subjects, in the order in which they are measured. */
export const SUBJECTS: readonly Subject[] = [readSubject, checkSubject, meaningSubject, mergeSubject, storeSubject, paneSubject];
