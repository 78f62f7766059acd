import { TARGET_SHEET } from "../core/lights/targetSheet";
import { STORE_SHEET } from "../core/store/store";

/** The page of what was looked at before sending. */
export const REVIEW_SHEET = "报送前检查";

/** What waits for a decision, for those who decide away from the screen. */
export const OPEN_SHEET = "待定清单";

/** Sheets of ours: they serve the work and never leave the house. */
export const OWN_SHEETS: readonly string[] = [STORE_SHEET, TARGET_SHEET, REVIEW_SHEET, OPEN_SHEET];
