import { comparePlans } from "../../core/planfile/compare-plans";
import type { HistoryFilter } from "../../core/planfile/list-history";
import { PlanDocument } from "../../core/planfile/plan-document";
import { foldChanges } from "../../core/planfile/plan-fold";
import { formatVersion, selectVersion } from "../../core/planfile/plan-version";
import { publishCopy } from "../../core/planfile/publish-copy";
import { exportVerified } from "../../core/planfile/save-plan-file";
import { err, ok } from "../../core/result";
import { findVersion, listVersions } from "./find-version";
import type { HistoryApi, PublishRequest, VersionPoint } from "./history-api";
import { encodeChange, type PlanDesk } from "./plan-desk";
import { showDifferences } from "./show-cells";
import { showCellHistory, showChange, showHistory, showMerges } from "./show-history";

/** What was done to the open plan, and how it is taken back. */
export class HistoryEngine implements HistoryApi {
  readonly #desk: PlanDesk;

  constructor(desk: PlanDesk) {
    this.#desk = desk;
  }

  async readHistory(filter: HistoryFilter) {
    return showHistory(this.#desk.document, filter);
  }

  async readChange(changeId: string) {
    return showChange(this.#desk.document, changeId);
  }

  async readCellHistory(entity: string, rowId: string, field: string | null, limit: number) {
    return showCellHistory(this.#desk.document, entity, rowId, field, limit);
  }

  async readMerges() {
    return showMerges(this.#desk.document);
  }

  async readVersions() {
    return listVersions(this.#desk.document);
  }

  async compareWithNow(point: VersionPoint) {
    const { document } = this.#desk;
    const found = findVersion(document, point);
    if (found === null) return err({ type: "version-not-whole" } as const);
    const past = foldChanges(selectVersion(document.changes, found.version)).fold.tables;
    const differences = comparePlans(past, document.tables).filter(({ entity }) => entity !== "baseline");
    return ok(showDifferences(differences, past, document.tables));
  }

  async nameVersion(title: string, note: string, point: VersionPoint | null) {
    const { document, surroundings } = this.#desk;
    const version = point === null ? document.version : findVersion(document, point)?.version;
    if (version === undefined) return err({ type: "version-not-whole" } as const);
    const cells = { title, note, version: formatVersion(version) };
    return this.#desk.edit((plan) =>
      plan.execute(
        { type: "add-rows", rows: [{ entity: "baseline", rowId: surroundings.mintId(), cells }] },
        this.#desk.changeContext(),
      ),
    );
  }

  async restore(point: VersionPoint) {
    const found = findVersion(this.#desk.document, point);
    if (found === null) return err({ type: "version-not-whole" } as const);
    const { version, title } = found;
    return this.#desk.edit((plan) => plan.restore(version, title, this.#desk.changeContext()));
  }

  async revert(changeId: string, isForced: boolean) {
    return this.#desk.edit((plan) => plan.revert(changeId, this.#desk.changeContext(), isForced));
  }

  async exportPublishedCopy({ appVersion, displayName }: PublishRequest) {
    const { document, surroundings } = this.#desk;
    const { mintId, nowMs, openDatabase } = surroundings;
    // A person of its own, also where a name is given: the copy shall not be traced to its maker by an id,
    // nor shall the maker's own name take the place of that name when they open it.
    const log = publishCopy(document.tables, {
      planId: mintId(),
      personId: mintId(),
      actorId: mintId(),
      changeId: mintId(),
      nowMs: nowMs(),
      appVersion,
      displayName: displayName.trim(),
    });
    const copy = PlanDocument.fromLog(openDatabase(), log);
    try {
      const exported = exportVerified(copy, openDatabase);
      return exported.ok ? ok({ bytes: exported.value, revision: copy.revision }) : exported;
    } finally {
      copy.close();
    }
  }

  async renamePerson(displayName: string) {
    const { document, isReadOnly } = this.#desk.plan;
    const renamed = isReadOnly ? null : document.renameAuthor(displayName, this.#desk.changeContext());
    return renamed === null ? null : { state: this.#desk.state(), journalBatches: [encodeChange(renamed)] };
  }
}
