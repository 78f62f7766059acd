import type { CellValue } from "../../../src/core/grid/grid";
import type { ColumnKey } from "../../../src/core/ledger/columns";
import { issuedChange } from "../../../src/core/round/issuedChange";

const today = { year: 2026, month: 11, day: 23 };

test.each<[ColumnKey, CellValue, CellValue, string | null]>([
  // column, master, returned | what it says
  ["content", "到 2025 年，建成绿色工厂 350 家。", "到 2025 年，建成绿色工厂 300 家。", "绿色工厂：350 家 → 300 家，目标下降 14 %"],
  ["content", "到 2025 年，建成绿色工厂 350 家。", "到 2025 年，建成绿色工厂 400 家。", "绿色工厂：350 家 → 400 家，目标提高 14 %"],
  ["content", "到 2025 年，建成绿色工厂 350 家。", "到 2026 年，建成绿色工厂 350 家。", "绿色工厂：2025 → 2026，时限推后"],
  ["content", "2025年6月底前，建成绿色工厂 350 家。", "2025年底前，建成绿色工厂 350 家。", "绿色工厂：2025-06-30 → 2025-12-31，时限推后"],
  ["content", "年底前，建成绿色工厂 350 家。", "明年底前，建成绿色工厂 350 家。", "绿色工厂：年底前 → 明年底前，时限推后"],
  ["content", "到 2026 年，建成绿色工厂 350 家。", "到 2025 年，建成绿色工厂 350 家。", "绿色工厂：2026 → 2025，时限提前"],
  ["content", "到 2025 年，老旧货车基本淘汰。", "到 1619 年，老旧货车基本淘汰。", "老旧货车：2025 → 1619，时限提前"],
  ["content", "到 2025 年，建成绿色工厂 350 家。", "建成绿色工厂 350 家。", "绿色工厂：2025 → 无，时限取消"],
  ["content", "漏损率降至 7.8% 以内。", "漏损率降至 9% 以内。", "漏损率：7.8 % → 9 %，上限放宽 15 %"],
  ["content", "保有量达到 30 万辆以上。", "保有量达到 30 万辆左右。", "保有量：不低于 30 万辆 → 约 30 万辆，要求放松"],
  ["content", "保有量达到 1000 万辆。", "保有量达到 999 万辆。", "保有量：1000 万辆 → 999 万辆，目标下降 0.1 %"],
  ["content", "建成工厂 350 家；培训 300 人。", "建成工厂 350 家。", "培训：300 人，目标被删去"],
  ["content", "建成工厂 350 家。", "建成工厂 350 家，新增泊位 50 个。", "泊位：新增目标 50 个"],
  ["content", "加强领导。", "加强组织领导。", null],
  ["content", "建成工厂 350 家。", "建成工厂３５０家。", null],
  ["targetValue", 350, 300, "350 → 300，目标下降 14 %"],
  ["targetValue", "350家", "300 家", "350 家 → 300 家，目标下降 14 %"],
  ["targetValue", 350, "三百五", null],
  ["deadline", "2025年", "2026年", "2025 → 2026，时限推后"],
  ["deadline", "2025年底前", "2025年6月底前", "2025-12-31 → 2025-06-30，时限提前"],
  ["deadline", "2025年底前", "长期坚持", "2025-12-31 → 长期坚持，时限取消"],
  ["deadline", "长期坚持", "2025年底前", "长期坚持 → 2025-12-31，新设时限"],
  ["deadline", "2025年底前", "2025.12.31", null],
  ["deadline", "2025年底前", "市财政局", null],
  ["leadUnits", "市财政局", "市商务局", null],
])("%s: %s becomes %s", (column, master, value, expected) => expect(issuedChange(column, master, value, today)?.zh ?? null).toBe(expected));

test("the English of it is complete", () => {
  expect(issuedChange("content", "到 2025 年，建成工厂 350 家。", "到 2026 年，建成工厂 300 家。", today)?.en).toBe("工厂: 350 家 → 300 家, target lowered 14 %; 工厂: 2025 → 2026, deadline put off");
});
