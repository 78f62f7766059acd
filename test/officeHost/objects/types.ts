/** All types of the object model that the simulated Excel knows. */
import type { TypeMembers } from "../hostObject";
import { FORMAT_TYPES } from "./formatObjects";
import { PAGE_TYPES } from "./pageObjects";
import { RANGE_TYPES } from "./rangeObject";
import { RULE_TYPES } from "./ruleObjects";
import { WORKBOOK_TYPES } from "./workbookObject";
import { WORKSHEET_TYPES } from "./worksheetObject";

export const TYPES: readonly TypeMembers[] = [...FORMAT_TYPES, ...PAGE_TYPES, ...RANGE_TYPES, ...RULE_TYPES, ...WORKBOOK_TYPES, ...WORKSHEET_TYPES];
