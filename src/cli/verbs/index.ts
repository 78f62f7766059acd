import type { Verb } from "../verb";
import { checkVerb } from "./check";
import { deadlineVerb } from "./deadline";
import { dispatchVerb } from "./dispatch";
import { finalVerb } from "./final";
import { historyVerb } from "./history";
import { importVerb } from "./import";
import { lightVerb } from "./light";
import { mergeVerb } from "./merge";
import { normalizeVerb } from "./normalize";
import { readVerb } from "./read";
import { settingsVerb } from "./settings";
import { targetsVerb } from "./targets";
import { recoverVerb } from "./recover";
import { receiveVerb } from "./receive";
import { reportVerb } from "./report";
import { undoVerb } from "./undo";
import { unitsVerb } from "./units";

export const VERBS: readonly Verb[] = [
  readVerb,
  importVerb,
  targetsVerb,
  deadlineVerb,
  unitsVerb,
  checkVerb,
  normalizeVerb,
  lightVerb,
  dispatchVerb,
  receiveVerb,
  mergeVerb,
  historyVerb,
  undoVerb,
  recoverVerb,
  reportVerb,
  settingsVerb,
  finalVerb,
];
