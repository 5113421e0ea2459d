import type { RowEdit } from "../../core/plan/command";
import { mergePlans } from "../../core/planfile/merge-plans";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { PlanLog } from "../../core/planfile/plan-log";
import { expectThat, type MeasureFigures, measure } from "./figure";
import { LARGE_PLAN, makeLargePlan, openDatabase } from "./make-large-plan";

/** About 100,000 amounts. */
const SIZE = { ...LARGE_PLAN, tasks: 2400 };
/** Each side sets a tenth of the amounts anew, in blocks; one in a hundred of them is set by both. */
const OWN_RATIO = 0.1;
const BLOCK = 100;
const BOTH_EVERY = 100;

const measureFigures: MeasureFigures = async () => {
  const base = makeLargePlan(SIZE);
  const lines = base.tables.all("budgetLine").map(({ id }) => id);
  const own = Math.floor(lines.length * OWN_RATIO);
  const shared = base.toLog();
  base.close();
  const ours = editCopy(shared, "5", lines.slice(0, own));
  const theirs = editCopy(shared, "6", [
    ...lines.slice(0, own).filter((_, index) => index % BOTH_EVERY === 0),
    ...lines.slice(own, 2 * own),
  ]);
  const both = Math.ceil(own / BOTH_EVERY);
  const name = `two files of ${lines.length} amounts, ${own} set by each side, ${both} by both`;
  return [
    await measure({
      name: `merge ${name}: union, order, conflicts`,
      budgetMs: 3000,
      run: () => mergePlans(ours, theirs),
      check: (merged) => {
        expectThat(merged.ok, "the files are merged");
        if (!merged.ok) return;
        expectThat(merged.value.conflicts.length === 3 * both, "each amount set twice is in conflict");
        expectThat(
          merged.value.log.changes.length ===
            shared.changes.length + merged.value.added + merged.value.missingInOther,
          "no change is lost",
        );
      },
    }),
    await measure({
      name: "the same, and the merged plan rebuilt",
      budgetMs: 3000,
      run: () => {
        const merged = mergePlans(ours, theirs);
        if (!merged.ok) throw new Error(merged.error.type);
        return PlanDocument.fromLog(openDatabase(), merged.value.log);
      },
      check: (plan) => {
        expectThat(plan.tables.all("budgetLine").length === lines.length, "every amount is there");
        expectThat(plan.conflicts.length === 3 * both, "and every conflict");
      },
      dispose: (plan) => plan.close(),
    }),
  ];
};

export default measureFigures;

/** The plan with these amounts set anew, by a person who has a copy of it. */
function editCopy(log: PlanLog, prefix: string, rowIds: readonly string[]): PlanLog {
  const uuid = (n: number) => `${prefix}0000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
  const document = PlanDocument.fromLog(openDatabase(), log);
  document.beginSession({ actorId: uuid(1), personId: uuid(2), displayName: prefix, startedAtMs: 0 });
  for (let start = 0; start < rowIds.length; start += BLOCK) {
    const edits = rowIds.slice(start, start + BLOCK).map((rowId, index): RowEdit => {
      const won = Number(prefix) * 1_000_000 + start + index;
      return { entity: "budgetLine", rowId, cells: { lowWon: won, likelyWon: won, highWon: won } };
    });
    const done = document.execute(
      { type: "set-cells", edits },
      { changeId: uuid(start + 10), nowMs: 1_000_000 },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
  const edited = document.toLog();
  document.close();
  return edited;
}
