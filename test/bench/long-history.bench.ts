import type { RowEdit } from "../../core/plan/command";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { PlanLog } from "../../core/planfile/plan-log";
import { MergeDesk } from "../../renderer/engine/merge-desk";
import { showCellHistory, showChange, showHistory } from "../../renderer/engine/show-history";
import { expectThat, type Figure, type MeasureFigures, measure } from "./figure";
import { LARGE_PLAN, makeLargePlan, openDatabase } from "./make-large-plan";

/** Years of work: 10,000 changes before the copies part, and 1,000 by each side after. */
const CHANGES = 10_000;
const OWN = 1000;
/** Every tenth amount of a side is set by the other as well. */
const BOTH_EVERY = 10;
const REPETITIONS = 5;

const measureFigures: MeasureFigures = async () => {
  const start = makeLargePlan(LARGE_PLAN);
  const lines = start.tables.all("budgetLine").map(({ id }) => id);
  const worked = Array.from({ length: CHANGES }, (_, index) => lines[index % lines.length] ?? "");
  const shared = editCopy(start.toLog(), "4", worked).toLog();
  const ours = editCopy(shared, "5", lines.slice(0, OWN));
  const theirLines = lines.slice(OWN, 2 * OWN).map((id, index) => {
    const isBoth = index % BOTH_EVERY === 0;
    return isBoth ? (lines[index] ?? id) : id;
  });
  const theirs = editCopy(shared, "6", theirLines).toLog();
  const rowId = lines[0] ?? "";
  const changeId = ours.changes.at(-1)?.id ?? "";
  const history = `of ${CHANGES} changes`;
  return [
    await measure({
      name: `the whole history ${history}, as the screen lists it`,
      budgetMs: 300,
      run: () => showHistory(ours, {}),
      check: (shown) => expectThat(shown.length === ours.revision, "every change is a line"),
    }),
    await measure({
      name: `one change ${history}, cell by cell`,
      budgetMs: 300,
      run: () => showChange(ours, changeId),
      check: (shown) => expectThat((shown?.cells.length ?? 0) > 0, "it has cells"),
    }),
    await measure({
      name: `the history of one row ${history}`,
      budgetMs: 50,
      run: () => showCellHistory(ours, "budgetLine", rowId, null, 20),
      check: (shown) => expectThat(shown.length > 1, "it was set more than once"),
    }),
    ...(await measurePreview(ours, theirs)),
  ];
};

export default measureFigures;

/** What the Merge screen waits for, and the longest time that the worker answers nobody meanwhile. */
async function measurePreview(ours: PlanDocument, theirs: PlanLog): Promise<readonly Figure[]> {
  const totalsMs: number[] = [];
  const longestMs: number[] = [];
  for (let run = 0; run <= REPETITIONS; run += 1) {
    const desk = new MergeDesk();
    desk.hold({ log: theirs, isNewerFormat: false }, ours);
    const startedMs = performance.now();
    let [sinceMs, longest] = [startedMs, 0];
    const endStep = () => {
      longest = Math.max(longest, performance.now() - sinceMs);
    };
    const preview = await desk.preview(ours, async () => {
      endStep();
      sinceMs = performance.now();
    });
    endStep();
    expectThat(preview.ok && preview.value.conflicts.length > 0, "the copies contradict");
    expectThat(preview.ok && preview.value.theirs.lines.length === OWN, "their changes are listed");
    // The first one warms up.
    if (run === 0) continue;
    totalsMs.push(performance.now() - startedMs);
    longestMs.push(longest);
  }
  const middle = (samples: number[]) => samples.sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
  const name = `copies of ${CHANGES} changes, ${OWN} more by each side`;
  return [
    { name: `what merging comes to: ${name}`, unit: "ms", median: middle(totalsMs), budget: 3000 },
    {
      name: "the longest of its steps, in which no call is answered",
      unit: "ms",
      median: middle(longestMs),
      budget: 250,
    },
  ];
}

/** The plan with these amounts set anew one by one, by a person who has a copy of it. */
function editCopy(log: PlanLog, prefix: string, rowIds: readonly string[]): PlanDocument {
  const uuid = (n: number) => `${prefix}0000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
  const document = PlanDocument.fromLog(openDatabase(), log);
  document.beginSession({ actorId: uuid(1), personId: uuid(2), displayName: prefix, startedAtMs: 0 });
  for (const [index, rowId] of rowIds.entries()) {
    const won = Number(prefix) * 1_000_000 + index;
    const edit: RowEdit = {
      entity: "budgetLine",
      rowId,
      cells: { lowWon: won, likelyWon: won, highWon: won },
    };
    const done = document.execute(
      { type: "set-cells", edits: [edit] },
      { changeId: uuid(index + 10), nowMs: 1_000_000 + index },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
  return document;
}
