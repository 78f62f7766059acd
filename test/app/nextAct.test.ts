import type { Inbox, InboxFile } from "../../src/app/inbox";
import { nextAct } from "../../src/app/nextAct";
import { type MergeState, NO_MERGE } from "../../src/app/sessionState";
import type { RegisterLine, RegisterState } from "../../src/core/round/register";

const line = (state: RegisterState): RegisterLine => ({ unit: state, state, files: [], rows: 0, missing: [], received: null, late: false, reason: "" });
const file = (waiting: boolean, refused = false): InboxFile => ({ file: "a.xlsx", unit: null, unitFrom: null, refused: refused ? { kind: "unitUnknown" } : null, rows: 1, received: "2026-11-23", waiting });
const inbox = (states: readonly RegisterState[], files: readonly InboxFile[]): Inbox => ({ register: states.map(line), files, marks: [], units: [], round: null, rows: [] });
const plan = (conflicts: number, changes: number) => ({ run: { conflicts: Array.from({ length: conflicts }, (_, index) => ({ row: String(index), column: "progress", base: null, master: null, values: [{ unit: `单位${index}`, value: "一", file: "a", at: "" }, { unit: "别的", value: "二", file: "b", at: "" }] })), proposals: [], changes: Array.from({ length: changes }) }, batch: changes > 0 ? {} : null }) as unknown as MergeState["plan"];

test.each([
  // what came, what is planned → the next act
  ["nothing asked yet", null, NO_MERGE, { kind: "collect" }],
  ["nobody has answered", inbox(["missing"], []), NO_MERGE, { kind: "collect" }],
  ["a picture of nobody's", inbox(["missing"], []), { ...NO_MERGE, strayPictures: ["a.jpg"] }, { kind: "ask", files: 1 }],
  ["a file of nobody's beside a good one", inbox(["received"], [file(true), file(true, true)]), NO_MERGE, { kind: "ask", files: 1 }],
  ["files wait", inbox(["received", "missing"], [file(true), file(false)]), NO_MERGE, { kind: "merge", files: 1 }],
  ["conflicts come before writing", inbox(["received"], [file(true)]), { ...NO_MERGE, plan: plan(2, 5) }, { kind: "decide", open: 2 }],
  ["all is decided", inbox(["received"], [file(true)]), { ...NO_MERGE, plan: plan(0, 5) }, { kind: "write", cells: 5 }],
  ["written, and some are late", inbox(["received", "missing", "incomplete", "returned"], [file(false)]), { ...NO_MERGE, plan: plan(0, 0) }, { kind: "urge", units: 3 }],
  ["all is there", inbox(["received", "phone", "late"], [file(false)]), NO_MERGE, { kind: "report" }],
] as const)("%s", (_name, came, merge, expected) => {
  expect(nextAct({ inbox: came, merge, opened: { kind: "opening" } })).toEqual(expected);
});
