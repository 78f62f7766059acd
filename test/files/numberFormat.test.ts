import { DATE, PERCENT } from "../../src/files/cellMarks";
import { marksOfBuiltIn, marksOfFormat } from "../../src/files/numberFormat";

test.each<[string, number]>([
  // format, marks
  ["General", 0],
  ["G/通用格式", 0],
  ["[DBNum1][$-804]General", 0],
  ["0", 0],
  ["#,##0.00_);[Red]\\(#,##0.00\\)", 0],
  ["0.00E+00", 0],
  ["##0.0e-0", 0],
  ["@", 0],
  ["", 0],
  [";;;", 0],
  ['0"年"', 0],
  ['0"days"', 0],
  ["0\\d", 0],
  ["[Magenta]0", 0],
  ["[$¥-804]#,##0", 0],
  ["0_d", 0],
  ["0*y", 0],
  ["0年", 0],
  ["yyyy-mm-dd", DATE],
  ["yyyy/m/d;@", DATE],
  ['yyyy"年"m"月"d"日"', DATE],
  ["yyyy年m月d日", DATE],
  ["yyyy\\年m\\月", DATE],
  ["m月d日", DATE],
  ["[$-804]yyyy年m月d日;@", DATE],
  ["[DBNum1][$-804]yyyy年m月d日;@", DATE],
  ["[$-F800]dddd, mmmm dd, yyyy", DATE],
  ["e/m/d", DATE],
  ["[$-411]ge.m.d", DATE],
  ["aaaa", DATE],
  ["mmm-yy", DATE],
  ["d-mmm", DATE],
  ["mm", DATE],
  ["yyyy/m/d h:mm", DATE],
  ["m/d/yy h:mm AM/PM", DATE],
  ["[Blue]yyyy", DATE],
  ["[>=45000]yyyy/m/d;General", DATE],
  ["h:mm", 0],
  ["mm:ss", 0],
  ["[h]:mm:ss", 0],
  ["[mm]:ss", 0],
  ["上午/下午h时mm分", 0],
  ["h:mm AM/PM", 0],
  ["0%", PERCENT],
  ["0.00%;[Red]-0.00%", PERCENT],
  ['0"%"', 0],
  ["0\\%", 0],
  ["0;0%", 0],
  ['"unclosed', 0],
  ["[unclosed", 0],
])("%s", (code, marks) => {
  expect(marksOfFormat(code)).toBe(marks);
});

test("built-in formats as Chinese Excel and WPS show them", () => {
  const dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
  const percentages = [9, 10];
  for (let id = -1; id < 170; id++) expect([id, marksOfBuiltIn(id)]).toEqual([id, dates.includes(id) ? DATE : percentages.includes(id) ? PERCENT : 0]);
});
