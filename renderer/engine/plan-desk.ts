import type { AppliedChange, PlanDocument } from "../../core/planfile/plan-document";
import type { OpenDatabase } from "../../core/planfile/sql-database";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { CompiledPlan } from "../../core/scenario/compile-plan";
import { compilePlan } from "../../core/scenario/compile-plan";
import { describeChange } from "./describe-change";
import { encodeJournalEntry } from "./journal-entry";
import type { AppliedEdit, Person, PlanState, ReadOnlyError } from "./plan-api";
import { TaskRowMemo } from "./task-row-memo";

/** What the engine needs of where it runs. */
export interface PlanEngineSurroundings {
  readonly openDatabase: OpenDatabase;
  readonly mintId: () => string;
  readonly nowMs: () => number;
  /** Runs work as soon as nothing else waits; without it a save does all that could have been done before. */
  readonly defer?: (work: () => void, afterMs?: number) => void;
}

/** How many rows of the file are written before the worker looks for calls again: some 2 ms of work. */
const ROWS_AT_ONCE = 200;

/** While somebody types, the file can wait. */
const PAUSE_AFTER_EDIT_MS = 400;

export interface OpenPlan {
  readonly document: PlanDocument;
  readonly isReadOnly: boolean;
  savedRevision: number;
  /** Of the revision that it was last asked for. */
  compiled: CompiledPlan | null;
  /** Whether somebody else holds that, so that its amounts have to stay as they are. */
  isCompiledKept: boolean;
  readonly taskRows: TaskRowMemo;
}

/** The one plan that is open, with what every part of the engine does to it. */
export class PlanDesk {
  readonly surroundings: PlanEngineSurroundings;
  #open: OpenPlan | null = null;
  #editedAtMs = Number.NEGATIVE_INFINITY;

  constructor(surroundings: PlanEngineSurroundings) {
    this.surroundings = surroundings;
  }

  get plan(): OpenPlan {
    if (this.#open === null) throw new Error("PlanDesk: no plan is open");
    return this.#open;
  }

  get document(): PlanDocument {
    return this.plan.document;
  }

  /** Makes this the open plan; the one before is closed. */
  replacePlan(document: PlanDocument, facts: Pick<OpenPlan, "isReadOnly" | "savedRevision">): void {
    this.#open?.document.close();
    this.#open = { document, ...facts, compiled: null, isCompiledKept: false, taskRows: new TaskRowMemo() };
    this.#writeAhead(document);
  }

  /** Prepares the file of a plan that was just opened, so that the first save takes no longer than others. */
  #writeAhead(document: PlanDocument, afterMs = 0): void {
    this.surroundings.defer?.(() => {
      if (this.#open?.document !== document) return;
      const idleMs = this.surroundings.nowMs() - this.#editedAtMs;
      if (idleMs >= 0 && idleMs < PAUSE_AFTER_EDIT_MS)
        this.#writeAhead(document, PAUSE_AFTER_EDIT_MS - idleMs);
      else if (!document.writeAhead(ROWS_AT_ONCE)) this.#writeAhead(document);
    }, afterMs);
  }

  /** Lets calls that wait have a turn, where the engine runs in a worker. */
  pause(): Promise<void> {
    const { defer } = this.surroundings;
    return defer === undefined ? Promise.resolve() : new Promise((resolve) => defer(resolve));
  }

  beginSession(document: PlanDocument, person: Person): void {
    const { mintId, nowMs } = this.surroundings;
    document.beginSession({ actorId: mintId(), ...person, startedAtMs: nowMs() });
  }

  changeContext() {
    return { changeId: this.surroundings.mintId(), nowMs: this.surroundings.nowMs() };
  }

  edit<E extends { readonly type: string }>(
    apply: (document: PlanDocument) => Result<AppliedChange, E>,
  ): Result<AppliedEdit, E | ReadOnlyError> {
    const { document, isReadOnly } = this.plan;
    if (isReadOnly) return err({ type: "read-only" });
    this.#editedAtMs = this.surroundings.nowMs();
    const applied = apply(document);
    if (!applied.ok) return applied;
    return ok({ state: this.state(), journalBatches: [encodeChange(applied.value)] });
  }

  state(): PlanState {
    const { document, isReadOnly, savedRevision } = this.plan;
    const [plan] = document.tables.all("plan");
    const { undoLabel, redoLabel } = document;
    return {
      planId: document.identity.planId,
      title: plan?.title ?? "",
      revision: document.revision,
      unsavedChanges: document.revision - savedRevision,
      undoLabel: isReadOnly || undoLabel === null ? null : describeChange(undoLabel),
      redoLabel: isReadOnly || redoLabel === null ? null : describeChange(redoLabel),
      firstYear: plan?.firstYear ?? 0,
      lastYear: plan?.lastYear ?? 0,
      isReadOnly,
      latestTime: document.latestTime,
    };
  }

  /** The plan as it is now; not to be used after the next edit. */
  compile(): CompiledPlan {
    const open = this.plan;
    const { tables, revision } = open.document;
    if (open.compiled?.revision === revision) return open.compiled;
    const compiled = compilePlan(tables, revision, open.isCompiledKept ? null : open.compiled);
    open.compiled = compiled;
    open.isCompiledKept = false;
    return compiled;
  }

  /** The same for those who keep it. */
  compileToKeep(): CompiledPlan {
    const compiled = this.compile();
    this.plan.isCompiledKept = true;
    return compiled;
  }
}

/** A change for the crash journal. */
export const encodeChange = (change: AppliedChange): Uint8Array =>
  encodeJournalEntry({ type: "change", batch: change.journalBatch });
