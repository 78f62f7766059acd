import type { PolicyName } from "../round";
import { allDone } from "./allDone";
import { ask } from "./ask";
import { lead } from "./lead";
import { list } from "./list";
import { max } from "./max";
import type { Policy } from "./policy";
import { sum } from "./sum";

export const POLICIES: readonly Policy[] = [ask, lead, allDone, sum, max, list];

/** The policy of this name, or undefined where there is none. */
export function policyNamed(name: string): Policy | undefined {
  return POLICIES.find((policy) => policy.name === name);
}

/** Whether a text names a policy. */
export function isPolicyName(name: string): name is PolicyName {
  return policyNamed(name) !== undefined;
}
