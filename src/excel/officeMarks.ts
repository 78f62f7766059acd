/** Hidden rows and columns, colours and strokes: asked of whole areas first, of parts only where these differ. */
import type { Area } from "./officeAreas";
import { areaIn, areaOf } from "./officeCells";
import type { SheetFacts } from "./officeGrid";
import type { Answer, Property, Question } from "./officeMixed";
import { settleMixed } from "./officeMixed";
import type { OfficeSession } from "./officeSession";

/** What to load of a range before `askLooks`. */
export const LOOKS = "rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/color,format/font/strikethrough";

/** Questions in one trip. */
const MOST_QUESTIONS = 1000;

const PROPERTIES: readonly Property[] = ["rowHidden", "columnHidden", "color", "struck"];

export interface LooksAsked {
  /** Of the sheet. */
  readonly id: string;
  /** The used area up to the column before ours, as far as it was known where ours begin. */
  readonly told: Excel.Range;
  readonly upTo: number;
  /** The used area. */
  readonly area: Area;
}

/** Hidden rows and columns, colours and strokes of the person's part of a sheet; ours have none that mean anything. */
export async function askLooks(context: Excel.RequestContext, session: OfficeSession, { id, told, upTo, area }: LooksAsked): Promise<readonly Answer[]> {
  const ask = (questions: readonly Question[]): Promise<readonly Answer[]> => askAll(context, session, questions);
  const own = session.ownColumns.get(id) ?? null;
  const isWhole = own === null || upTo === own.first - 1;
  const first = isWhole && !told.isNullObject ? PROPERTIES.map((property): Answer => ({ sheet: id, property, area: areaOf(told), value: answerOf(property, told, told.format.font) })) : [];
  const open = own === null ? [] : [...(isWhole ? [] : [{ ...area, right: own.first - 1 }]), { ...area, left: own.last + 1 }].filter(({ left, right }) => left <= right);
  const parts = open.flatMap((part) => PROPERTIES.map((property): Question => ({ sheet: id, property, area: part })));
  return settleMixed([...first, ...(parts.length > 0 ? await ask(parts) : [])], ask);
}

async function askAll(context: Excel.RequestContext, session: OfficeSession, questions: readonly Question[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < questions.length; from += MOST_QUESTIONS) {
    const asked = questions.slice(from, from + MOST_QUESTIONS).map((question) => {
      const range = areaIn(context, question.sheet, question.area);
      const font = range.format.font;
      if (question.property === "color" || question.property === "struck") font.load("color,strikethrough");
      else range.load("rowHidden,columnHidden");
      return { question, range, font };
    });
    await session.sync(context);
    answers.push(...asked.map(({ question, range, font }) => ({ ...question, value: answerOf(question.property, range, font) })));
  }
  return answers;
}

function answerOf(property: Property, range: Excel.Range, font: Excel.RangeFont): unknown {
  switch (property) {
    case "rowHidden":
      return range.rowHidden;
    case "columnHidden":
      return range.columnHidden;
    case "color":
      return font.color;
    case "struck":
      return font.strikethrough;
  }
}

const BLACK = "#000000";

/** Where a whole sheet has one colour, that is its usual one and says nothing. */
export function marksOf(answers: readonly Answer[], area: Area): Pick<SheetFacts, "hiddenRows" | "hiddenColumns" | "coloured" | "struck"> {
  const where = (property: Property, isMarked: (value: unknown) => boolean): readonly Area[] =>
    answers.filter((answer) => answer.property === property && isMarked(answer.value)).map((answer) => answer.area);
  const colours = new Set(answers.filter(({ property }) => property === "color").map(({ value }) => value));
  return {
    hiddenRows: where("rowHidden", (value) => value === true).map((rows) => ({ ...rows, left: area.left, right: area.right })),
    hiddenColumns: where("columnHidden", (value) => value === true),
    coloured: colours.size > 1 ? where("color", (value) => value !== BLACK) : [],
    struck: where("struck", (value) => value !== false),
  };
}
