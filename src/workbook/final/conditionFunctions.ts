/** The functions that rules of ledgers call. A function is one line; one that is not here leaves its rule unjudged. */
import { dayNumber, dayOfSerial } from "../../core/grid/day";
import { type Asked, asNumber, asText, asTruth, BAD_VALUE, compareValues, ErrorValue, isArea, type Run, type Scalar, single, Unknown, type Value } from "./conditionValue";

type Call = (given: readonly Run[]) => Run;

/** More cells than this are not looked at for one answer: a rule over a whole ledger would take minutes. */
const MOST_CELLS = 20_000;
const MISSING: Run = () => null;

export const FUNCTIONS: Readonly<Record<string, Call>> = {
  AND: (given) => (asked) => truths(given, asked, (all) => all.every(Boolean)),
  OR: (given) => (asked) => truths(given, asked, (all) => all.some(Boolean)),
  NOT: ([one = MISSING]) => (asked) => {
    const truth = asTruth(single(one(asked), asked));
    return truth instanceof ErrorValue ? truth : !truth;
  },
  IF: ([test = MISSING, then = MISSING, otherwise = (): Value => false]) => (asked) => {
    const truth = asTruth(single(test(asked), asked));
    return truth instanceof ErrorValue ? truth : truth ? then(asked) : otherwise(asked);
  },
  IFERROR: ([one = MISSING, otherwise = MISSING]) => (asked) => {
    const value = single(one(asked), asked);
    return value instanceof ErrorValue ? otherwise(asked) : value;
  },
  ISBLANK: asking((value) => value === null),
  ISERROR: asking((value) => value instanceof ErrorValue),
  ISNUMBER: asking((value) => typeof value === "number"),
  ISTEXT: asking((value) => typeof value === "string"),
  LEN: texts(([text = ""]) => text.length),
  TRIM: texts(([text = ""]) => text.trim().replace(/ {2,}/gu, " ")),
  UPPER: texts(([text = ""]) => text.toUpperCase()),
  LOWER: texts(([text = ""]) => text.toLowerCase()),
  EXACT: texts(([one, other]) => one === other),
  LEFT: texts(([text = "", count = "1"]) => text.slice(0, Number(count))),
  RIGHT: texts(([text = "", count = "1"]) => (Number(count) === 0 ? "" : text.slice(-Number(count)))),
  MID: texts(([text = "", from = "1", count = "0"]) => text.slice(Number(from) - 1, Number(from) - 1 + Number(count))),
  FIND: texts(([sought = "", text = "", from = "1"]) => placeIn(text, sought, from)),
  SEARCH: texts(([sought = "", text = "", from = "1"]) => {
    if (/[?*~]/u.test(sought)) throw new Unknown("SEARCH");
    return placeIn(text.toUpperCase(), sought.toUpperCase(), from);
  }),
  ROW: ([one]) => (asked) => placed(one, asked, ({ top }) => top, asked.row),
  COLUMN: ([one]) => (asked) => placed(one, asked, ({ left }) => left, asked.col),
  TODAY: () => ({ today }) => today,
  ABS: numbers(([number = 0]) => Math.abs(number)),
  INT: numbers(([number = 0]) => Math.floor(number)),
  MOD: numbers(([number = 0, by = 0]) => (by === 0 ? new ErrorValue("#DIV/0!") : number - by * Math.floor(number / by))),
  YEAR: numbers(([serial = 0]) => dayOfSerial(serial)?.year ?? BAD_VALUE),
  MONTH: numbers(([serial = 0]) => dayOfSerial(serial)?.month ?? BAD_VALUE),
  DAY: numbers(([serial = 0]) => dayOfSerial(serial)?.day ?? BAD_VALUE),
  DATE: numbers(([year = 0, month = 0, day = 0]) => dayNumber({ year, month: 1, day: 1 }) + monthsOn(year, month) + day - 1 + SERIAL_OF_1970),
  COUNTIF: ([area = MISSING, wanted = MISSING]) => (asked) => {
    const fits = criterion(single(wanted(asked), asked));
    return cellsIn(area(asked), asked).filter(fits).length;
  },
  COUNTA: (given) => (asked) => given.flatMap((one) => cellsIn(one(asked), asked)).filter((value) => value !== null).length,
  COUNT: overNumbers((all) => all.length),
  SUM: overNumbers((all) => all.reduce((sum, one) => sum + one, 0)),
  MAX: overNumbers((all) => Math.max(...(all.length === 0 ? [0] : all))),
  MIN: overNumbers((all) => Math.min(...(all.length === 0 ? [0] : all))),
  AVERAGE: overNumbers((all) => (all.length === 0 ? new ErrorValue("#DIV/0!") : all.reduce((sum, one) => sum + one, 0) / all.length)),
  INDEX: ([area = MISSING, row = MISSING, col]) => (asked) => {
    const found = area(asked);
    if (!isArea(found)) return found;
    const [down, on] = [asNumber(single(row(asked), asked)), col ? asNumber(single(col(asked), asked)) : 1];
    if (down instanceof ErrorValue || on instanceof ErrorValue) return BAD_VALUE;
    // In a single row the one number counts columns.
    const [y, x] = found.top === found.bottom && !col ? [1, down] : [down, on];
    if (y < 1 || x < 1 || found.top + y - 1 > found.bottom || found.left + x - 1 > found.right) return new ErrorValue("#REF!");
    return asked.cell(found.sheet, found.top + y - 1, found.left + x - 1);
  },
};

/** Days from the spreadsheet's day 0 to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

function monthsOn(year: number, month: number): number {
  return dayNumber({ year: year + Math.floor((month - 1) / 12), month: ((((month - 1) % 12) + 12) % 12) + 1, day: 1 }) - dayNumber({ year, month: 1, day: 1 });
}

function asking(question: (value: Scalar) => boolean): Call {
  return ([one = MISSING]) => (asked) => question(single(one(asked), asked));
}

function texts(answer: (given: readonly string[]) => Scalar): Call {
  return (given) => (asked) => {
    const values = given.map((one) => single(one(asked), asked));
    return values.find((value) => value instanceof ErrorValue) ?? answer(values.map(asText));
  };
}

function numbers(answer: (given: readonly number[]) => Scalar): Call {
  return (given) => (asked) => {
    const values = given.map((one) => asNumber(single(one(asked), asked)));
    const all: number[] = [];
    for (const value of values) {
      if (value instanceof ErrorValue) return value;
      all.push(value);
    }
    return answer(all);
  };
}

function overNumbers(answer: (all: readonly number[]) => Scalar): Call {
  return (given) => (asked) => {
    const values = given.flatMap((one) => cellsIn(one(asked), asked));
    return values.find((value) => value instanceof ErrorValue) ?? answer(values.filter((value) => typeof value === "number"));
  };
}

function truths(given: readonly Run[], asked: Asked, answer: (all: readonly boolean[]) => boolean): Scalar {
  const all: boolean[] = [];
  for (const one of given) {
    const truth = asTruth(single(one(asked), asked));
    if (truth instanceof ErrorValue) return truth;
    all.push(truth);
  }
  return answer(all);
}

function placeIn(text: string, sought: string, from: string): Scalar {
  const at = text.indexOf(sought, Number(from) - 1);
  return at < 0 ? BAD_VALUE : at + 1;
}

function placed(one: Run | undefined, asked: Asked, edge: (area: { readonly top: number; readonly left: number }) => number, own: number): Scalar {
  if (!one) return own + 1;
  const value = one(asked);
  return isArea(value) ? edge(value) + 1 : BAD_VALUE;
}

function cellsIn(value: Value, { cell, lastRow }: Asked): readonly Scalar[] {
  if (!isArea(value)) return [value];
  const bottom = Math.min(value.bottom, lastRow);
  if ((bottom - value.top + 1) * (value.right - value.left + 1) > MOST_CELLS) throw new Unknown("area");
  const found: Scalar[] = [];
  for (let row = value.top; row <= bottom; row++) for (let col = value.left; col <= value.right; col++) found.push(cell(value.sheet, row, col));
  return found;
}

/** Which cells a criterion of COUNTIF counts: a value, or a comparison in a text. */
function criterion(wanted: Scalar): (value: Scalar) => boolean {
  const parts = /^(<>|<=|>=|=|<|>)?([^]*)$/u.exec(asText(wanted));
  const [, sign = "=", text = ""] = parts ?? [];
  if (/[?*~]/u.test(text)) throw new Unknown("COUNTIF");
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const other = Number.isFinite(number) ? number : text;
  return (value) => {
    if (value instanceof ErrorValue || value === null) return sign === "<>";
    const own = typeof other === "number" && typeof value === "string" && sign === "=" && Number(value) === other ? other : value;
    if (typeof own !== typeof other) return sign === "<>";
    const order = compareValues(own, other);
    return { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[sign] ?? false;
  };
}
