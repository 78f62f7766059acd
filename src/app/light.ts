/** 标注时限: what each row has to keep, until when, and how it stands; written as native formulas and rules. */
import { isoDay } from "../core/grid/day";
import { isEmpty, plainText } from "../core/grid/grid";
import { applyCorrections, type Correction } from "../core/lights/corrections";
import { helperLeft, helpersOf } from "../core/lights/helperColumns";
import { lightLayer } from "../core/lights/layer";
import { LIGHTS, type Light } from "../core/lights/light";
import { lightRows, type LitRow, type RowWords } from "../core/lights/litRow";
import { adjustedSerial, NO_MARKS } from "../core/lights/facts";
import type { Postponement } from "../core/lights/memory";
import { sayReason } from "../core/lights/reason";
import { type GivenMark, placeMarks } from "../core/lights/settling";
import type { LightSettings } from "../core/lights/settings";
import { targetSheet, taskOf } from "../core/lights/targetSheet";
import { ok, type Result } from "../core/result";
import { nextRun, type Store } from "../core/store/store";
import { parseDeadline } from "../core/targets/parseDeadline";
import { read } from "../core/targets/reading";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { arrivalsOf } from "./arrivals";
import { memoriesOf, postponements, remembered } from "./litRows";
import { type Master, type MasterFault, usableStore } from "./master";
import { contentOf, readRows, type Reckoning } from "./rowWords";
import { withStore } from "./storeWrites";

export interface LightRequest extends Reckoning {
  /** Other settings than the workbook's: they are kept in it with the lights. */
  readonly settings?: LightSettings;
  /** What a person decided of rows and has not written yet. */
  readonly marks?: readonly GivenMark[];
}

export interface LightPlan {
  readonly rows: readonly LitRow[];
  /** The words and colours that the lights were given. */
  readonly settings: LightSettings;
  readonly counts: Readonly<Record<Light, number>>;
  /** Corrections by hand on 目标清单 whose words are no longer in the ledger. */
  readonly orphans: readonly Correction[];
  /** Dates that were moved to a later day, or away, without a ground; by sheet row. */
  readonly postponed: ReadonlyMap<number, Postponement>;
  /** Rows whose 人工认定 or 调整后时限 came back from an earlier lighting. */
  readonly restored: number;
  readonly store: Store;
  readonly batch: Batch;
}

/** Plans the lights of a ledger; corrections by hand on 目标清单 and marks in our columns are kept. */
export function planLighting(master: Master, request: LightRequest): Result<LightPlan, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const { ledger, grid } = master;
  const settings = request.settings ?? stored.value.settings.lights;
  const day = isoDay(request.asOf);
  const read = readRows(ledger, { holidays: stored.value.settings.holidays, ...request });
  const known = remembered(master, stored.value);
  const corrected = applyCorrections(
    read.map(({ row, targets }) => ({ task: taskOf(ledger, row), content: contentOf(ledger, row), targets })),
    known.corrections,
    (words) => parseDeadline(words, { year: request.year, asOf: request.asOf }),
  );
  const marks = new Map([...known.marks, ...placeMarks(ledger, request.marks ?? [])]);
  const moved = postponements(ledger, read, known, stored.value.round, request);
  const words = read.map(({ row, own }, index): RowWords => ({ row, targets: corrected.rows[index] ?? [], own, postponement: moved.get(row.gridRow) ?? null }));
  const rows = lightRows(ledger, words, marks, day, settings, arrivalsOf(stored.value.round, ledger));
  const layer = lightLayer(ledger, rows, day, settings, helperLeft(grid, ledger.headerRow));
  const sheet = targetSheet(ledger, rows, corrected.orphans, day, settings);
  const lit = [...memoriesOf(ledger, read, marks, moved), ...known.rest.filter((memory) => memory.marks !== null)];
  const after = withLightRun({ ...stored.value, settings: { ...stored.value.settings, lights: settings }, lit, corrections: known.corrections }, day);
  return ok({
    rows,
    settings,
    counts: countLights(rows),
    orphans: corrected.orphans,
    postponed: new Map([...moved].filter(([gridRow]) => adjustedSerial(marks.get(gridRow) ?? NO_MARKS) === null)),
    restored: helpersOf(grid, ledger.headerRow) ? 0 : known.marks.size,
    store: after,
    batch: withStore({ ...EMPTY_BATCH, layers: [layer], sheets: [sheet] }, stored.value, after),
  });
}

/** Lights stand once: putting them again is the same run. */
function withLightRun(store: Store, date: string): Store {
  const own = store.runs.find(({ command }) => command === "light");
  const line = { id: own?.id ?? nextRun(store), command: "light", date, summary: "" };
  return { ...store, runs: own ? store.runs.map((run) => (run === own ? line : run)) : [...store.runs, line] };
}

function countLights(rows: readonly LitRow[]): Readonly<Record<Light, number>> {
  const counts = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  for (const { judgement } of rows) counts[judgement.light] += 1;
  return counts;
}

export interface DescribedLights {
  readonly rows: readonly { readonly row: string | null; readonly light: Light; readonly date: string | null; readonly reason: string }[];
  readonly counts: Readonly<Record<Light, number>>;
  /** Dates moved to a later day (null: away) since the first lighting or the round's begin, without a ground. */
  readonly postponed: readonly { readonly row: string | null; readonly from: string; readonly to: string | null }[];
}

/** What `light` answers, as CONTRACT writes it. */
export function describeLights({ rows, counts, postponed }: Pick<LightPlan, "rows" | "counts" | "postponed">): DescribedLights {
  return {
    rows: rows.map(({ row, judgement }) => ({ row: row.key, light: judgement.light, date: judgement.date, reason: sayReason(judgement.reason) })),
    counts,
    postponed: rows.flatMap(({ row }) => {
      const moved = postponed.get(row.gridRow);
      return moved ? [{ row: row.key, from: moved.from.date, to: moved.to }] : [];
    }),
  };
}

/** 2024年…台账 in a title; the number of the document, 济政发〔2024〕9号, where no title names a year. */
const YEARS = [/(?:^|\D)(20\d{2})年/u, /[\[(](20\d{2})[\])]\d{1,4}号/u] as const;

/** The year that the ledger's own title or the number of its document names, or null: what relative words are counted from when nobody says. */
export function yearInTitle(master: Pick<Master, "grid" | "ledger">): number | null {
  const titles = new Set(master.ledger.frame.filter(({ kind }) => kind === "title").map(({ gridRow }) => gridRow));
  const words = master.grid.rows
    .filter(({ row }) => titles.has(row))
    .flatMap(({ values }) => values.filter((value) => !isEmpty(value)).map((value) => read(plainText(value)).text));
  for (const pattern of YEARS) {
    for (const title of words) {
      const found = pattern.exec(title);
      if (found) return Number(found[1]);
    }
  }
  return null;
}
