import type { SettledCell } from "../../core/plan/command";
import { type EntityName, entityNames } from "../../core/plan/entities";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import type { PlanProblem } from "../../core/plan/plan-problem";
import type { PlanTables } from "../../core/plan/plan-tables";
import { comparePlans } from "../../core/planfile/compare-plans";
import { draftSettlement } from "../../core/planfile/draft-settlement";
import { findConflicts } from "../../core/planfile/find-conflicts";
import { tickHybridClock } from "../../core/planfile/hybrid-clock";
import type { MergeError } from "../../core/planfile/merge-logs";
import {
  foldLog,
  foldLogInSteps,
  type MergeReport,
  mergePlans,
  mergePlansInSteps,
} from "../../core/planfile/merge-plans";
import { namePredecessors } from "../../core/planfile/name-predecessors";
import type { PlanDocument } from "../../core/planfile/plan-document";
import type { FoldedLog } from "../../core/planfile/plan-fold";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { compilePlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { findOutcomeProblems } from "../../core/scenario/find-outcome-problems";
import { listLevers } from "../../core/scenario/list-levers";
import type { ShownDifference } from "./history-api";
import type {
  MergedProblems,
  MergePreview,
  MergeRefusal,
  NoOtherPlan,
  OtherPlan,
  OtherPlanView,
} from "./merge-api";
import { namePlanRow } from "./name-plan-row";
import { showDifferences } from "./show-cells";
import { showConflicts } from "./show-conflicts";
import { summariseSides } from "./summarise-sides";

/** Another file beside the open plan: what it would bring, and what has to be settled. Changes neither. */
export class MergeDesk {
  #other: OtherPlan | null = null;
  #folded: FoldedLog | null = null;
  #merged: {
    readonly document: PlanDocument;
    readonly revision: number;
    readonly report: MergeReport;
  } | null = null;

  hold(other: OtherPlan, ours: PlanDocument): OtherPlanView {
    this.drop();
    this.#other = other;
    const [plan] = this.#fold(other).fold.tables.all("plan");
    return {
      title: plan?.title ?? "",
      isSamePlan: other.log.planId === ours.identity.planId,
      isNewerFormat: other.isNewerFormat,
    };
  }

  drop(): void {
    this.#other = null;
    this.#folded = null;
    this.#merged = null;
  }

  /** The merged history; worked out once for each state of our plan. */
  merge(ours: PlanDocument): Result<MergeReport, MergeError | NoOtherPlan> {
    const other = this.#other;
    if (other === null) return err({ type: "no-other-plan" });
    const known = this.#knownMerge(ours);
    if (known !== null) return known;
    const report = mergePlans(ours.toLog(), other.log);
    if (report.ok) this.#merged = { document: ours, revision: ours.revision, report: report.value };
    return report;
  }

  #knownMerge(ours: PlanDocument): Result<MergeReport, MergeError> | null {
    const known = this.#merged;
    return known?.document === ours && known.revision === ours.revision ? ok(known.report) : null;
  }

  compare(ours: PlanDocument): Result<readonly ShownDifference[], NoOtherPlan> {
    const other = this.#other;
    if (other === null) return err({ type: "no-other-plan" });
    const theirs = this.#fold(other).fold.tables;
    const matchesByCode = other.log.planId !== ours.identity.planId;
    return ok(showDifferences(comparePlans(ours.tables, theirs, matchesByCode), ours.tables, theirs));
  }

  /**
   * What merging comes to, worked out in steps between which the worker answers other
   * calls. It is called off when the other file is let go meanwhile, and begins anew
   * when the plan is edited.
   */
  async preview(
    ours: PlanDocument,
    pause: () => Promise<void>,
  ): Promise<Result<MergePreview, MergeError | NoOtherPlan>> {
    for (;;) {
      const other = this.#other;
      const { revision } = ours;
      const steps = this.#previewInSteps(ours);
      let step = steps.next();
      while (step.done !== true) {
        await pause();
        if (other === null || this.#other !== other) return err({ type: "no-other-plan" });
        if (ours.revision !== revision) break;
        step = steps.next();
      }
      if (step.done === true) return step.value;
    }
  }

  *#previewInSteps(
    ours: PlanDocument,
  ): Generator<void, Result<MergePreview, MergeError | NoOtherPlan>, void> {
    const other = this.#other;
    if (other === null) return err({ type: "no-other-plan" });
    const merged = this.#knownMerge(ours) ?? (yield* mergePlansInSteps(ours.toLog(), other.log));
    if (!merged.ok) return merged;
    this.#merged = { document: ours, revision: ours.revision, report: merged.value };
    const { log, conflicts, agreed } = merged.value;
    const { tables } = (yield* foldLogInSteps(log)).fold;
    yield;
    const contested = new Set(conflicts.map((cell) => `${cell.entity}\n${cell.rowId}\n${cell.field}`));
    const automatic = showDifferences(comparePlans(ours.tables, tables), ours.tables, tables).flatMap(
      (difference) => {
        const { entity, rowId, kind } = difference;
        if (kind !== "changed") return [difference];
        const cells = difference.cells.filter(({ field }) => !contested.has(`${entity}\n${rowId}\n${field}`));
        return cells.length === 0 ? [] : [{ ...difference, cells }];
      },
    );
    yield;
    const theirs = this.#fold(other);
    const sides = summariseSides(ours, { folded: theirs, tables: theirs.fold.tables });
    yield;
    return ok({
      ...sides,
      automatic,
      agreedCells: agreed,
      conflicts: showConflicts(conflicts, tables, (changeId) => {
        const isOurs = ours.folded.index.numberOf(changeId) !== undefined;
        const isTheirs = theirs.index.numberOf(changeId) !== undefined;
        return isOurs && isTheirs ? "both" : isOurs ? "ours" : "theirs";
      }),
    });
  }

  /** What does not fit in the merged plan once these cells are settled. */
  problems(ours: PlanDocument, settled: readonly SettledCell[]): Result<MergedProblems, MergeRefusal> {
    const merged = this.merge(ours);
    if (!merged.ok) return merged;
    const folded = foldLog(merged.value.log);
    if (!settle(folded, settled)) return err({ type: "settlement-refused" });
    const { tables } = folded.fold;
    const known = new Set(findAllProblems(ours.tables).map((problem) => JSON.stringify(problem)));
    const problems = findAllProblems(tables).map((problem) => ({
      problem,
      isNew: !known.has(JSON.stringify(problem)),
    }));
    return ok({ problems, names: nameNewRows(ours.tables, tables) });
  }

  #fold(other: OtherPlan): FoldedLog {
    this.#folded ??= foldLog(other.log);
    return this.#folded;
  }
}

/** Settles cells in a folded log, in memory only. False where that is not possible. */
function settle(folded: FoldedLog, settled: readonly SettledCell[]): boolean {
  if (settled.length === 0) return true;
  const drafted = draftSettlement(settled, findConflicts(folded).conflicts);
  if (!drafted.ok) return false;
  const { index, fold } = folded;
  const changeNumber = index.changes.length + 1;
  const change = {
    id: TRIAL_ID,
    actorId: TRIAL_ID,
    seq: 1,
    hlc: tickHybridClock(index.latestTime, 0),
    label: "",
    undoes: null,
    ops: namePredecessors(fold, changeNumber, drafted.value),
  };
  fold.fold(index.append(change), change);
  return true;
}

/** Stands for a change that is tried out and never written. */
const TRIAL_ID = "00000000-0000-0000-0000-000000000000";

/** Problems of the rows, and those that show when the plan is evaluated. */
function findAllProblems(tables: PlanTables): readonly PlanProblem[] {
  const compiled = compilePlan(tables, 0);
  const leverPaths = new Set(listLevers(compiled).map(({ path }) => path));
  return [...findPlanProblems(tables, leverPaths), ...findOutcomeProblems(evaluateScenario(compiled, {}))];
}

/** Names of rows that the merged plan has and ours has not. */
function nameNewRows(ours: PlanTables, merged: PlanTables): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const entity of entityNames as readonly EntityName[])
    for (const { id } of merged.all(entity))
      if (ours.find(entity, id) === undefined) names[`${entity} ${id}`] = namePlanRow(merged, entity, id);
  return names;
}
