/** Sound ledgers of other places: each line that is said of them was read by a person and is true. */
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import { RULES, sayIssue } from "../../../src/core/rules/index";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import { AS_OF, ledgerOf } from "../../support/aLedger";
import { CLEAN_LEDGERS, type CleanLedger, cleanLedger } from "../../support/cleanLedgers";

/** Classes of units stand for many, and 长期坚持 names no day: both are so, and worth knowing. */
const TRUE: Readonly<Record<CleanLedger, readonly string[]>> = {
  district: ["“各街道办事处”没有逐一写明单位，分发前需要选定（6个单元格）"],
  air: ["“各县（市、区）人民政府”没有逐一写明单位，分发前需要选定（3个单元格）", "“长期坚持”没有具体日期，不会亮灯（2个单元格）"],
  digital: ["“市级有关部门”没有逐一写明单位，分发前需要选定（1个单元格）"],
  energy: [],
  county: ["“各乡镇人民政府”没有逐一写明单位，分发前需要选定（4个单元格）"],
};

test.each(CLEAN_LEDGERS)("the ledger %s is spoken of in true lines only, and is left as it is", (name) => {
  const context = checkContext({ ...ledgerOf(cleanLedger(name)), asOf: AS_OF });
  expect(checkLedger(context, RULES).map((issue) => sayIssue(issue, "zh"))).toEqual(TRUE[name]);
  expect(planNormalize(context, RULES)).toEqual([]);
});
