import type { Reporting } from "../round/reporting";
import { oneOf } from "./subject";

/** Who reports in a round. */
export const reporting = oneOf<Reporting>("报送", "each", { lead: "仅牵头", "first-lead": "第一牵头汇总", each: "各单位分别" });
