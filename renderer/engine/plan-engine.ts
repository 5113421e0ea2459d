import { editAmount } from "../../core/plan/amount-edit";
import type { Command } from "../../core/plan/command";
import type { EditError } from "../../core/plan/edit-error";
import type { EntityName } from "../../core/plan/entities";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import { buildTemplate } from "../../core/plan/templates/build-template";
import { mergeLogs, recordMerge } from "../../core/planfile/merge-logs";
import type { PlanIdentity } from "../../core/planfile/plan-document";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { PlanLog } from "../../core/planfile/plan-log";
import type { SaveError } from "../../core/planfile/save-plan-file";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";
import type { UndoError } from "../../core/planfile/undo-change";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { evaluatePacked } from "../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import type { Outcome } from "../../core/scenario/outcome";
import { type PackedOutcome, unpackOutcome } from "../../core/scenario/packed-outcome";
import { readOwnLevers, readScenarioLevers } from "../../core/scenario/scenario-levers";
import { readPlanUncertainty } from "../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../core/scenario/uncertainty/uncertain-lines";
import type { HistoryApi } from "./history-api";
import { HistoryEngine } from "./history-engine";
import type { JournalEntry } from "./journal-entry";
import { decodeJournal, encodeJournalEntry } from "./journal-entry";
import type { MergeApi } from "./merge-api";
import { MergeEngine } from "./merge-engine";
import type {
  AppliedEdit,
  CreatePlanRequest,
  ExportedPlan,
  OpenPlanRequest,
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
import { PlanDesk, type PlanEngineSurroundings } from "./plan-desk";
import type { PlanSnapshot } from "./plan-snapshot";
import { readRowNotes } from "./read-row-notes";
import { readTaskGrid } from "./read-task-grid";

/** A plan that holds its template and nothing else is not work that could be lost. */
const TEMPLATE_REVISION = 1;

/** The open plan and all that the page may do with it. Runs in the plan worker, and in tests as it is. */
export class PlanEngine implements PlanApi {
  readonly #desk: PlanDesk;
  readonly #history: HistoryEngine;
  readonly #merge: MergeEngine;

  constructor(surroundings: PlanEngineSurroundings) {
    this.#desk = new PlanDesk(surroundings);
    this.#history = new HistoryEngine(this.#desk);
    this.#merge = new MergeEngine(this.#desk);
  }

  async create(request: CreatePlanRequest): Promise<AppliedEdit> {
    const { mintId, nowMs, openDatabase } = this.#desk.surroundings;
    const identity: PlanIdentity = { planId: mintId(), createdAtMs: nowMs(), appVersion: request.appVersion };
    const document = PlanDocument.create(openDatabase(), identity);
    this.#desk.beginSession(document, request.person);
    const { template, language } = request;
    const firstYear = new Date(nowMs()).getFullYear() + 1;
    const rows = buildTemplate(template, { language, firstYear, mintId });
    const started = document.execute({ type: "start-plan", template, rows }, this.#desk.changeContext());
    if (!started.ok)
      throw new Error(`PlanEngine.create: template ${template} refused: ${started.error.type}`);
    this.#replacePlan(document, { isReadOnly: false, savedRevision: TEMPLATE_REVISION });
    const { journalBatch: batch } = started.value;
    const created = encodeJournalEntry({ type: "plan-created", identity, batch });
    return { state: this.#desk.state(), journalBatches: [created] };
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
    if (!request.isReadOnly) this.#desk.beginSession(document, request.person);
    this.#replacePlan(document, { isReadOnly: request.isReadOnly, savedRevision });
    return ok(this.#desk.state());
  }

  async execute(command: Command): Promise<Result<AppliedEdit, EditError | ReadOnlyError>> {
    return this.#desk.edit((document) => document.execute(command, this.#desk.changeContext()));
  }

  async setAmounts(
    amounts: readonly { readonly rowId: string; readonly likelyWon: number }[],
  ): Promise<Result<AppliedEdit, EditError | ReadOnlyError>> {
    return this.#desk.edit((document) => {
      const edits = amounts.map(({ rowId, likelyWon }) => editAmount(document.tables, rowId, likelyWon));
      return document.execute({ type: "set-cells", edits }, this.#desk.changeContext());
    });
  }

  async undo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>> {
    return this.#desk.edit((document) => document.undo(this.#desk.changeContext()));
  }

  async redo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>> {
    return this.#desk.edit((document) => document.redo(this.#desk.changeContext()));
  }

  async exportVerified(): Promise<Result<ExportedPlan, SaveError>> {
    const { document } = this.#desk.plan;
    const exported = exportVerified(document, this.#desk.surroundings.openDatabase);
    return exported.ok ? ok({ bytes: exported.value, revision: document.revision }) : exported;
  }

  async markSaved(revision: number): Promise<PlanState> {
    this.#desk.plan.savedRevision = revision;
    return this.#desk.state();
  }

  async readTaskGrid(): Promise<TaskGridView> {
    const { document, taskRows } = this.#desk.plan;
    return readTaskGrid(document.tables, taskRows);
  }

  async readLevers() {
    return listLevers(this.#desk.compile());
  }

  async readScenarios(): Promise<readonly ScenarioSummary[]> {
    const { tables } = this.#desk.plan.document;
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
    const { tables } = this.#desk.plan.document;
    return Object.fromEntries(entities.map((entity) => [entity, tables.ordered(entity)]));
  }

  async readRowNames(): Promise<RowNamesView> {
    const { tables } = this.#desk.plan.document;
    const titled = ({ id, title }: { readonly id: string; readonly title: string }) => ({ id, title });
    return {
      committees: tables.ordered("committee").map(titled),
      resources: tables.ordered("resource").map(({ id, title, kind }) => ({ id, title, kind })),
      residentGroups: tables
        .ordered("residentGroup")
        .map(({ id, title, populationRatio }) => ({ id, title, populationRatio })),
    };
  }

  async readRowNotes(entity: EntityName, rowId: string): Promise<RowNotes | null> {
    return readRowNotes(this.#desk.plan.document.tables, entity, rowId);
  }

  async readOutcome(levers: LeverValues): Promise<Outcome> {
    return unpackOutcome(await this.readPackedOutcome(levers));
  }

  async readPackedOutcome(levers: LeverValues): Promise<PackedOutcome> {
    return evaluatePacked(this.#desk.compile(), levers);
  }

  async readCompiledPlan() {
    return this.#desk.compileToKeep();
  }

  async readPlanSnapshot(): Promise<PlanSnapshot> {
    const compiled = this.#desk.compileToKeep();
    const { tables } = this.#desk.document;
    return {
      compiled,
      lines: compileUncertainLines(tables, compiled),
      uncertainty: readPlanUncertainty(tables),
    };
  }

  async readProblems() {
    const leverPaths = new Set(listLevers(this.#desk.compile()).map(({ path }) => path));
    return findPlanProblems(this.#desk.plan.document.tables, leverPaths);
  }

  readonly readHistory: HistoryApi["readHistory"] = (filter) => this.#history.readHistory(filter);
  readonly readChange: HistoryApi["readChange"] = (changeId) => this.#history.readChange(changeId);
  readonly readCellHistory: HistoryApi["readCellHistory"] = (...cell) =>
    this.#history.readCellHistory(...cell);
  readonly readMerges: HistoryApi["readMerges"] = () => this.#history.readMerges();
  readonly readVersions: HistoryApi["readVersions"] = () => this.#history.readVersions();
  readonly compareWithNow: HistoryApi["compareWithNow"] = (point) => this.#history.compareWithNow(point);
  readonly nameVersion: HistoryApi["nameVersion"] = (...named) => this.#history.nameVersion(...named);
  readonly restore: HistoryApi["restore"] = (point) => this.#history.restore(point);
  readonly revert: HistoryApi["revert"] = (...change) => this.#history.revert(...change);
  readonly exportPublishedCopy: HistoryApi["exportPublishedCopy"] = (request) =>
    this.#history.exportPublishedCopy(request);
  readonly renamePerson: HistoryApi["renamePerson"] = (name) => this.#history.renamePerson(name);

  readonly holdOther: MergeApi["holdOther"] = (other) => this.#merge.holdOther(other);
  readonly dropOther: MergeApi["dropOther"] = () => this.#merge.dropOther();
  readonly relateCopy: MergeApi["relateCopy"] = (version) => this.#merge.relateCopy(version);
  readonly compareWithOther: MergeApi["compareWithOther"] = () => this.#merge.compareWithOther();
  readonly previewMerge: MergeApi["previewMerge"] = () => this.#merge.previewMerge();
  readonly readMergedProblems: MergeApi["readMergedProblems"] = (settled) =>
    this.#merge.readMergedProblems(settled);
  readonly takeMerged: MergeApi["takeMerged"] = (request) => this.#merge.takeMerged(request);
  readonly exportMerged: MergeApi["exportMerged"] = (request) => this.#merge.exportMerged(request);
  readonly readConflicts: MergeApi["readConflicts"] = () => this.#merge.readConflicts();

  /** The plan of a log with a journal replayed on it; null when the journal does not follow the log. */
  #rebuild(log: PlanLog | null, journal: readonly JournalEntry[]): PlanDocument | null {
    const { openDatabase } = this.#desk.surroundings;
    const db = openDatabase();
    let document: PlanDocument | null = null;
    let isRebuilt = false;
    try {
      document = startDocument(db, log, journal[0]);
      for (const entry of document === null ? [] : journal) {
        document = document === null ? null : replayEntry(document, entry, openDatabase);
        if (document === null) break;
      }
      isRebuilt = document !== null;
      return document;
    } finally {
      if (!isRebuilt) db.close();
    }
  }

  #replacePlan(
    document: PlanDocument,
    facts: { readonly isReadOnly: boolean; readonly savedRevision: number },
  ) {
    this.#desk.replacePlan(document, facts);
    void this.#merge.dropOther();
  }
}

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

/** The plan with one more entry of the journal; null when the entry neither is in the plan already nor follows it. */
function replayEntry(
  document: PlanDocument,
  entry: JournalEntry,
  openDatabase: OpenDatabase,
): PlanDocument | null {
  if (entry.type === "plan-restored") return document;
  if (entry.type !== "merged") return document.replay(entry.batch) === "does-not-follow" ? null : document;
  const merged = mergeLogs(document.toLog(), entry.log);
  if (!merged.ok) return null;
  const next = PlanDocument.fromLog(
    openDatabase(),
    recordMerge(merged.value.log, entry.record, entry.person),
  );
  document.close();
  return next;
}
