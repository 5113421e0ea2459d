import type { SettledCell } from "../../core/plan/command";
import { recordMerge } from "../../core/planfile/merge-logs";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { LogPerson, MergeRecord, PlanLog } from "../../core/planfile/plan-log";
import { formatVersion, parseVersion } from "../../core/planfile/plan-version";
import { relateVersions } from "../../core/planfile/relate-versions";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { encodeJournalEntry } from "./journal-entry";
import type { MergeApi, MergeRefusal, MergeRequest, OtherPlan } from "./merge-api";
import { MergeDesk } from "./merge-desk";
import { encodeChange, type PlanDesk } from "./plan-desk";
import { showConflicts } from "./show-conflicts";

/** The merged plan in a database of its own, and what protects it from a crash. */
interface MadeMerge {
  readonly document: PlanDocument;
  readonly journalBatches: readonly Uint8Array[];
  readonly added: number;
}

/** Brings another file of the open plan together with it. */
export class MergeEngine implements MergeApi {
  readonly #desk: PlanDesk;
  readonly #merge = new MergeDesk();

  constructor(desk: PlanDesk) {
    this.#desk = desk;
  }

  async holdOther(other: OtherPlan) {
    return this.#merge.hold(other, this.#desk.document);
  }

  async dropOther() {
    this.#merge.drop();
  }

  async relateCopy(version: string) {
    const theirs = parseVersion(version);
    if (theirs === null) throw new Error("MergeEngine.relateCopy: not a version");
    return relateVersions(this.#desk.document.version, theirs);
  }

  async compareWithOther() {
    return this.#merge.compare(this.#desk.document);
  }

  async previewMerge() {
    return this.#merge.preview(this.#desk.document, () => this.#desk.pause());
  }

  async readMergedProblems(settled: readonly SettledCell[]) {
    return this.#merge.problems(this.#desk.document, settled);
  }

  async takeMerged(request: MergeRequest) {
    const { document: ours, isReadOnly, savedRevision } = this.#desk.plan;
    if (isReadOnly) return err({ type: "read-only" } as const);
    const made = this.#make(request);
    if (!made.ok) return made;
    const versionBefore = { type: "version" as const, version: formatVersion(ours.version) };
    const { document, journalBatches, added } = made.value;
    this.#desk.replacePlan(document, { isReadOnly: false, savedRevision });
    this.#merge.drop();
    return ok({ state: this.#desk.state(), journalBatches, added, versionBefore });
  }

  async exportMerged(request: MergeRequest) {
    const made = this.#make(request);
    if (!made.ok) return made;
    const { document } = made.value;
    try {
      const exported = exportVerified(document, this.#desk.surroundings.openDatabase);
      return exported.ok ? ok({ bytes: exported.value, revision: document.revision }) : exported;
    } finally {
      document.close();
    }
  }

  async readConflicts() {
    const { conflicts, tables } = this.#desk.document;
    return showConflicts(conflicts, tables, () => "both");
  }

  #make({ otherName, settled, person }: MergeRequest): Result<MadeMerge, MergeRefusal> {
    const { nowMs, openDatabase } = this.#desk.surroundings;
    const report = this.#merge.merge(this.#desk.document);
    if (!report.ok) return report;
    const { log, added, conflicts } = report.value;
    const merger: LogPerson = { id: person.personId, displayName: person.displayName };
    const record: MergeRecord = {
      mergedAtMs: nowMs(),
      personId: person.personId,
      otherFile: otherName.slice(0, 1000),
      addedChanges: added,
      conflicts: conflicts.length,
    };
    const document = PlanDocument.fromLog(openDatabase(), recordMerge(log, record, merger));
    this.#desk.beginSession(document, person);
    const journalBatches = [encodeMerge(log, record, merger)];
    if (settled.length > 0) {
      const cells = settled.map((cell) => ({ ...cell }));
      const done = document.execute({ type: "settle-conflicts", cells }, this.#desk.changeContext());
      if (!done.ok) {
        document.close();
        return err({ type: "settlement-refused" });
      }
      journalBatches.push(encodeChange(done.value));
    }
    return ok({ document, journalBatches, added });
  }
}

const encodeMerge = (log: PlanLog, record: MergeRecord, person: LogPerson): Uint8Array =>
  encodeJournalEntry({ type: "merged", log, record, person });
