import { editAmount } from "../../core/plan/amount-edit";
import type { Command } from "../../core/plan/command";
import type { EditError } from "../../core/plan/edit-error";
import type { EntityName } from "../../core/plan/entities";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import { buildTemplate } from "../../core/plan/templates/build-template";
import type { AppliedChange, PlanIdentity } from "../../core/planfile/plan-document";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { PlanLog } from "../../core/planfile/plan-log";
import type { SaveError } from "../../core/planfile/save-plan-file";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";
import type { UndoError } from "../../core/planfile/undo-change";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { CompiledPlan } from "../../core/scenario/compile-plan";
import { compilePlan } from "../../core/scenario/compile-plan";
import { listLevers } from "../../core/scenario/list-levers";
import { readOwnLevers, readScenarioLevers } from "../../core/scenario/scenario-levers";
import { compileUncertainLines } from "../../core/scenario/uncertainty/uncertain-lines";
import { describeChange } from "./describe-change";
import type { JournalEntry } from "./journal-entry";
import { decodeJournal, encodeJournalEntry } from "./journal-entry";
import type {
  AppliedEdit,
  CreatePlanRequest,
  ExportedPlan,
  OpenPlanRequest,
  Person,
  PlanApi,
  PlanState,
  ReadOnlyError,
  ReplayError,
  RowNamesView,
  RowNotes,
  RowsByEntity,
  ScenarioSummary,
  TaskGridView,
} from "./plan-api";
import type { PlanSnapshot } from "./plan-snapshot";
import { readRowNotes } from "./read-row-notes";
import { readTaskGrid, TaskRowMemo } from "./read-task-grid";

/** What the engine needs of where it runs. */
export interface PlanEngineSurroundings {
  readonly openDatabase: OpenDatabase;
  readonly mintId: () => string;
  readonly nowMs: () => number;
}

interface OpenPlan {
  readonly document: PlanDocument;
  readonly isReadOnly: boolean;
  savedRevision: number;
  /** Of the revision that it was last asked for. */
  compiled: CompiledPlan | null;
  readonly taskRows: TaskRowMemo;
}

/** A plan that holds its template and nothing else is not work that could be lost. */
const TEMPLATE_REVISION = 1;

/** The open plan and all that the page may do with it. Runs in the plan worker, and in tests as it is. */
export class PlanEngine implements PlanApi {
  readonly #surroundings: PlanEngineSurroundings;
  #open: OpenPlan | null = null;

  constructor(surroundings: PlanEngineSurroundings) {
    this.#surroundings = surroundings;
  }

  async create(request: CreatePlanRequest): Promise<AppliedEdit> {
    const { mintId, nowMs, openDatabase } = this.#surroundings;
    const identity: PlanIdentity = { planId: mintId(), createdAtMs: nowMs(), appVersion: request.appVersion };
    const document = PlanDocument.create(openDatabase(), identity);
    this.#beginSession(document, request.person);
    const { template, language } = request;
    const firstYear = new Date(nowMs()).getFullYear() + 1;
    const rows = buildTemplate(template, { language, firstYear, mintId });
    const started = document.execute({ type: "start-plan", template, rows }, this.#changeContext());
    if (!started.ok)
      throw new Error(`PlanEngine.create: template ${template} refused: ${started.error.type}`);
    this.#replacePlan(document, { isReadOnly: false, savedRevision: TEMPLATE_REVISION });
    const { journalBatch: batch } = started.value;
    const created = encodeJournalEntry({ type: "plan-created", identity, batch });
    return { state: this.#state(), journalBatches: [created] };
  }

  async open(request: OpenPlanRequest): Promise<Result<PlanState, ReplayError>> {
    const decoded = decodeJournal(request.journal);
    if (!decoded.ok) return decoded;
    const document = this.#rebuild(request.log, decoded.value);
    if (document === null) return err({ type: "journal-does-not-fit" });
    const [first] = decoded.value;
    const restored = first?.type === "plan-restored" ? first.log : request.isRestored ? request.log : null;
    const savedRevision =
      restored !== null ? restored.changes.length - 1 : (request.log?.changes.length ?? TEMPLATE_REVISION);
    if (!request.isReadOnly) this.#beginSession(document, request.person);
    this.#replacePlan(document, { isReadOnly: request.isReadOnly, savedRevision });
    return ok(this.#state());
  }

  async execute(command: Command): Promise<Result<AppliedEdit, EditError | ReadOnlyError>> {
    return this.#edit((document) => document.execute(command, this.#changeContext()));
  }

  async setAmounts(
    amounts: readonly { readonly rowId: string; readonly likelyWon: number }[],
  ): Promise<Result<AppliedEdit, EditError | ReadOnlyError>> {
    return this.#edit((document) => {
      const edits = amounts.map(({ rowId, likelyWon }) => editAmount(document.tables, rowId, likelyWon));
      return document.execute({ type: "set-cells", edits }, this.#changeContext());
    });
  }

  async undo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>> {
    return this.#edit((document) => document.undo(this.#changeContext()));
  }

  async redo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>> {
    return this.#edit((document) => document.redo(this.#changeContext()));
  }

  async exportVerified(): Promise<Result<ExportedPlan, SaveError>> {
    const { document } = this.#plan();
    const exported = exportVerified(document, this.#surroundings.openDatabase);
    return exported.ok ? ok({ bytes: exported.value, revision: document.revision }) : exported;
  }

  async markSaved(revision: number): Promise<PlanState> {
    this.#plan().savedRevision = revision;
    return this.#state();
  }

  async readTaskGrid(): Promise<TaskGridView> {
    const { document, taskRows } = this.#plan();
    return readTaskGrid(document.tables, taskRows);
  }

  async readLevers() {
    return listLevers(this.#compile());
  }

  async readScenarios(): Promise<readonly ScenarioSummary[]> {
    const { tables } = this.#plan().document;
    return tables.ordered("scenario").map(({ id, title, position, parentId }) => ({
      id,
      title,
      position,
      parentId,
      ownLevers: readOwnLevers(tables, id),
      levers: readScenarioLevers(tables, id),
    }));
  }

  async readRows(entities: readonly EntityName[]): Promise<RowsByEntity> {
    const { tables } = this.#plan().document;
    return Object.fromEntries(entities.map((entity) => [entity, tables.ordered(entity)]));
  }

  async readRowNames(): Promise<RowNamesView> {
    const { tables } = this.#plan().document;
    const titled = ({ id, title }: { readonly id: string; readonly title: string }) => ({ id, title });
    return {
      committees: tables.ordered("committee").map(titled),
      resources: tables.ordered("resource").map(titled),
      residentGroups: tables
        .ordered("residentGroup")
        .map(({ id, title, populationRatio }) => ({ id, title, populationRatio })),
    };
  }

  async readRowNotes(entity: EntityName, rowId: string): Promise<RowNotes | null> {
    return readRowNotes(this.#plan().document.tables, entity, rowId);
  }

  async readCompiledPlan() {
    return this.#compile();
  }

  async readPlanSnapshot(): Promise<PlanSnapshot> {
    const compiled = this.#compile();
    return { compiled, lines: compileUncertainLines(this.#plan().document.tables, compiled) };
  }

  async readProblems() {
    const leverPaths = new Set(listLevers(this.#compile()).map(({ path }) => path));
    return findPlanProblems(this.#plan().document.tables, leverPaths);
  }

  #compile(): CompiledPlan {
    const open = this.#plan();
    const { tables, revision } = open.document;
    if (open.compiled?.revision !== revision) open.compiled = compilePlan(tables, revision);
    return open.compiled;
  }

  /** The plan of a log with a journal replayed on it; null when the journal does not follow the log. */
  #rebuild(log: PlanLog | null, journal: readonly JournalEntry[]): PlanDocument | null {
    const db = this.#surroundings.openDatabase();
    let isRebuilt = false;
    try {
      const document = startDocument(db, log, journal[0]);
      isRebuilt = document !== null && replayAll(document, journal);
      return isRebuilt ? document : null;
    } finally {
      if (!isRebuilt) db.close();
    }
  }

  #edit<E extends { readonly type: string }>(
    apply: (document: PlanDocument) => Result<AppliedChange, E>,
  ): Result<AppliedEdit, E | ReadOnlyError> {
    const { document, isReadOnly } = this.#plan();
    if (isReadOnly) return err({ type: "read-only" });
    const applied = apply(document);
    if (!applied.ok) return applied;
    return ok({ state: this.#state(), journalBatches: [encodeChange(applied.value)] });
  }

  #state(): PlanState {
    const { document, isReadOnly, savedRevision } = this.#plan();
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
    };
  }

  #plan(): OpenPlan {
    if (this.#open === null) throw new Error("PlanEngine: no plan is open");
    return this.#open;
  }

  #replacePlan(document: PlanDocument, facts: Pick<OpenPlan, "isReadOnly" | "savedRevision">): void {
    this.#open?.document.close();
    this.#open = { document, ...facts, compiled: null, taskRows: new TaskRowMemo() };
  }

  #beginSession(document: PlanDocument, person: Person): void {
    const { mintId, nowMs } = this.#surroundings;
    document.beginSession({ actorId: mintId(), ...person, startedAtMs: nowMs() });
  }

  #changeContext() {
    return { changeId: this.#surroundings.mintId(), nowMs: this.#surroundings.nowMs() };
  }
}

const encodeChange = (change: AppliedChange): Uint8Array =>
  encodeJournalEntry({ type: "change", batch: change.journalBatch });

/** The plan before the journal: what the file holds or, for a plan that was never saved, an empty one. */
function startDocument(
  db: SqlDatabase,
  log: PlanLog | null,
  firstEntry: JournalEntry | undefined,
): PlanDocument | null {
  if (firstEntry?.type === "plan-restored") return PlanDocument.fromLog(db, firstEntry.log);
  if (log !== null) return PlanDocument.fromLog(db, log);
  return firstEntry?.type === "plan-created" ? PlanDocument.create(db, firstEntry.identity) : null;
}

/** False when a change neither is in the plan already nor follows it. */
const replayAll = (document: PlanDocument, journal: readonly JournalEntry[]): boolean =>
  journal.every(
    (entry) => entry.type === "plan-restored" || document.replay(entry.batch) !== "does-not-follow",
  );
