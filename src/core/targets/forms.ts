/** The wordings of a deadline. Where several fit at one place the longest is read, then the one listed first. */
import { afterEvent } from "./forms/afterEvent";
import { annual } from "./forms/annual";
import { bareFigure } from "./forms/bareFigure";
import { bareYears } from "./forms/bareYears";
import { compactRange } from "./forms/compactRange";
import { day } from "./forms/day";
import { dayRange } from "./forms/dayRange";
import { fiveYearPlan } from "./forms/fiveYearPlan";
import type { DeadlineForm } from "./forms/form";
import { half } from "./forms/half";
import { halfYearly } from "./forms/halfYearly";
import { looseDay } from "./forms/looseDay";
import { month } from "./forms/month";
import { monthList } from "./forms/monthList";
import { monthly } from "./forms/monthly";
import { monthRange } from "./forms/monthRange";
import { noSuchMonth } from "./forms/noSuchMonth";
import { numericDay } from "./forms/numericDay";
import { numericMonth } from "./forms/numericMonth";
import { numericRange } from "./forms/numericRange";
import { ongoing } from "./forms/ongoing";
import { pairOfYears } from "./forms/pairOfYears";
import { partOfYear } from "./forms/partOfYear";
import { publicHoliday } from "./forms/publicHoliday";
import { quarter } from "./forms/quarter";
import { quarterList } from "./forms/quarterList";
import { quarterly } from "./forms/quarterly";
import { quarterRange } from "./forms/quarterRange";
import { rhythm } from "./forms/rhythm";
import { season } from "./forms/season";
import { shortDay } from "./forms/shortDay";
import { shortYearDay } from "./forms/shortYearDay";
import { thisMonth } from "./forms/thisMonth";
import { thisQuarter } from "./forms/thisQuarter";
import { thisYear } from "./forms/thisYear";
import { wholeYear } from "./forms/wholeYear";
import { withinDays } from "./forms/withinDays";
import { withinMonths } from "./forms/withinMonths";
import { withinYears } from "./forms/withinYears";
import { yearEdge } from "./forms/yearEdge";
import { yearLast } from "./forms/yearLast";
import { yearList } from "./forms/yearList";
import { yearRange } from "./forms/yearRange";

export const FORMS: readonly DeadlineForm[] = [
  wholeYear, yearEdge, yearList, thisYear, partOfYear, month, day, quarter, quarterList, quarterRange, half, numericDay, yearLast, numericMonth, numericRange, shortDay, shortYearDay, bareFigure, bareYears,
  yearRange, monthRange, dayRange, monthList, noSuchMonth, withinYears, withinMonths, withinDays, thisMonth, thisQuarter, pairOfYears, compactRange, looseDay, season, fiveYearPlan, publicHoliday,
  annual, halfYearly, quarterly, monthly, rhythm, ongoing, afterEvent,
];
