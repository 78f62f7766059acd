/** DESIGN's table of lights, by hand: time × report × figure. */
import type { Light } from "../../src/core/lights/light";
import type { Status } from "../../src/core/lights/status";
import type { Verdict } from "../../src/core/lights/verdict";
import { type Deadline, NO_DEADLINE } from "../../src/core/targets/deadline";

const year = (iso: string, text = `到 ${iso.slice(0, 4)} 年`): Deadline => ({ ...NO_DEADLINE, kind: "year", date: iso, text });
export const MOMENT = { asOf: "2026-11-23", soonDays: 30 };

export const TIMES = {
  none: NO_DEADLINE,
  ongoing: { ...NO_DEADLINE, kind: "ongoing", text: "长期坚持" },
  ahead: year("2027-12-31"),
  annual: { ...NO_DEADLINE, kind: "annual", text: "每年", recurrence: { every: "year", month: 12, day: 31 } },
  soon: year("2026-12-01"),
  between: { ...NO_DEADLINE, kind: "date", date: "2026-10-31", alternative: "2026-11-30", text: "11月前" },
  past: year("2025-12-31"),
  moved: year("2025-12-31"),
} as const satisfies Record<string, Deadline>;

/** The later day that the ledger names now without a ground, on lines of the time "moved". */
export const MOVED_TO = "2026-12-31";

/** Each line: report, then the light for each time in the order of `TIMES`. */
const TABLE: Readonly<Record<"absent" | Verdict, string>> = {
  absent: `
    -          no-deadline no-deadline on-track  on-track  due-soon  due-soon  unverified unverified
    done       done        done        done      done      done      done      done    done
    ongoing    no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    notStarted no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    behind     behind      behind      behind    behind    behind    behind    overdue unverified`,
  short: `
    -          no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    done       undecided   undecided   undecided undecided undecided undecided undecided undecided
    ongoing    no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    notStarted no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    behind     behind      behind      behind    behind    behind    behind    overdue unverified`,
  reached: `
    -          done        done        done      done      done      done      done    done
    done       done        done        done      done      done      done      done    done
    ongoing    done        done        done      done      done      done      done    done
    notStarted undecided   undecided   undecided undecided undecided undecided undecided undecided
    behind     undecided   undecided   undecided undecided undecided undecided undecided undecided`,
  unclear: `
    -          no-deadline no-deadline on-track  on-track  due-soon  due-soon  undecided undecided
    done       undecided   undecided   undecided undecided undecided undecided undecided undecided
    ongoing    no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    notStarted no-deadline no-deadline on-track  on-track  due-soon  due-soon  overdue unverified
    behind     behind      behind      behind    behind    behind    behind    overdue unverified`,
};

export interface LightLine {
  readonly status: Status | null;
  readonly verdict: Verdict | null;
  readonly time: keyof typeof TIMES;
  readonly light: Light;
}

/** One line a combination. */
export const LIGHT_LINES: readonly LightLine[] = Object.entries(TABLE).flatMap(([value, text]) =>
  text.trim().split("\n").flatMap((line): LightLine[] => {
    const [report, ...lights] = line.trim().split(/\s+/u);
    return Object.keys(TIMES).map((time, index) => ({
      status: report === "-" ? null : (report as Status),
      verdict: value === "absent" ? null : (value as Verdict),
      time: time as keyof typeof TIMES,
      light: lights[index] as Light,
    }));
  }),
);
