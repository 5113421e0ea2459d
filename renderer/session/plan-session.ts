import type { SettledCell } from "../../core/plan/command";
import type { TemplateName } from "../../core/plan/templates/template-name";
import type { TakenMerge } from "../engine/merge-api";
import type {
  BackupInfo,
  BackupReason,
  CloseDecision,
  FileInfo,
  FileStamp,
  MenuCommand,
  OpenedFile,
} from "../host/host";
import { backUpPlan } from "./back-up-plan";
import { leavePlan, mayLeavePlan } from "./leave-plan";
import { dropOther, holdBytes, holdPickedFile, publishPlan, saveMerged, takeMerged } from "./merge-file";
import { openOverPlan, receiveDropped } from "./open-over-plan";
import { createPlan, openBytes, openFile, recoverWork } from "./open-plan";
import { PlanEdits } from "./plan-edits";
import { planFileKind } from "./plan-file-kind";
import { isRestoredInPlace, restoreBackup } from "./restore-backup";
import { savePlanCopy } from "./save-copy";
import { savePlan, savePlanAs } from "./save-plan";
import type { MergeHandler } from "./session-state";
import type { DiscardRecoveredAnswer, OtherPurpose, RestoreAnswer, SessionView } from "./session-view";
import type { Store } from "./store";

/** What the session does with menu commands that are the frame's business. */
export type FrameCommand = Exclude<MenuCommand, "new" | "open" | "save" | "save-as" | "undo" | "redo">;

/**
 * The one plan that the page works on: opening, saving, merging, leaving, beside
 * what is done to it (`PlanEdits`). Plain TypeScript; React reads `view`.
 *
 * Files are opened, saved and closed one at a time; one more may wait, further
 * ones are passed over. Edits and the writing of a file take turns.
 */
export class PlanSession extends PlanEdits {
  #opening: AbortController | null = null;

  get view(): Pick<Store<SessionView>, "get" | "subscribe"> {
    return this.state.store;
  }

  /** Reads what the start screen lists. Journals without changes in them are cleared. */
  readonly refreshStart = async (): Promise<void> => {
    const { host } = this.state.parts;
    const [recent, journals] = await Promise.all([host.listRecentFiles(), host.listJournals()]);
    const found = journals.ok ? journals.value : [];
    for (const { journalId, batchCount } of found)
      if (batchCount === 0) await host.clearJournal({ journalId });
    this.state.setStartLists({
      recentFiles: recent.ok ? recent.value : [],
      recoveredWork: found.filter(({ batchCount }) => batchCount > 0),
    });
  };

  readonly newFromTemplate = (template: TemplateName): Promise<void> =>
    this.#openAnother("", () => createPlan(this.state, template));

  /** Lets the user pick a file first, so that the dialog still belongs to the key press or click. */
  readonly openPicked = (): Promise<void> =>
    this.#fileWork(async () => {
      const { host, translate } = this.state.parts;
      const kinds = [planFileKind(translate)];
      const picked = await host.pickFile({ title: translate("file.openTitle"), kinds });
      if (picked.ok) await this.#open(picked.value);
      else this.state.notify({ group: "open", error: picked.error }, "");
    });

  /** Opens a file of the recent list, or one that the system handed over. */
  readonly openKnown = (file: FileInfo): Promise<void> => this.#fileWork(() => this.#open(file));

  /** Opens a plan file that was dropped on the page. */
  readonly openBytes = (name: string, bytes: Uint8Array): Promise<void> =>
    this.#openAnother(name, (signal) => openBytes(this.state, name, bytes, signal));

  readonly recover = (journalId: string, title: string): Promise<void> =>
    this.#openAnother(title, (signal) => recoverWork(this.state, journalId, signal));

  readonly discardRecovered = (journalId: string, title: string): Promise<void> =>
    this.#fileWork(async () => {
      const answer = await this.state.ask<DiscardRecoveredAnswer>((reply) => ({
        type: "discard-recovered",
        title,
        answer: reply,
      }));
      if (answer === "cancel") return;
      await this.state.parts.host.clearJournal({ journalId });
      await this.refreshStart();
    });

  /** Brings a backup back: into the open plan where it is the same one, after asking; else as a copy without a file. */
  readonly restoreBackup = (backup: BackupInfo): Promise<void> =>
    this.#fileWork(async () => {
      if (!(await this.#mayRestore(backup))) return;
      await this.#showOpening(backup.title, (signal) => restoreBackup(this.state, backup, signal));
    });

  async #mayRestore(backup: BackupInfo): Promise<boolean> {
    if (!isRestoredInPlace(this.state.current, backup)) return this.#mayLeave();
    const answer = await this.state.ask<RestoreAnswer>((reply) => ({
      type: "restore-backup",
      backup,
      answer: reply,
    }));
    return answer === "restore";
  }

  /** Keeps the open plan as it is now outside its file, before something that changes much. False when it could not be kept. */
  readonly backUp = (reason: BackupReason): Promise<boolean> =>
    this.inTurn(async () => (await backUpPlan(this.state, reason)).ok);

  /** Says where a file that somebody else wrote meanwhile is compared and merged. */
  readonly setMergeHandler = (handler: MergeHandler | null): void => {
    this.state.mergeHandler = handler;
  };

  /** What somebody else wrote is in the open plan now: the next save may replace exactly that content. */
  readonly acceptFileContent = (stamp: FileStamp): void => this.state.updateCurrent({ stamp });

  readonly forgetRecent = async (fileId: string): Promise<void> => {
    await this.state.parts.host.forgetRecentFile({ fileId });
    await this.refreshStart();
  };

  /** Stops reading a file that takes long. The open plan, if any, stays. */
  readonly cancelOpening = (): void => this.#opening?.abort();

  readonly save = (): Promise<void> => this.#fileWork(() => savePlan(this.state, this.inTurn));

  /** A plan that is open to look at only becomes a copy that can be edited. */
  readonly saveAs = (): Promise<void> =>
    this.#fileWork(async () => {
      const { current } = this.state;
      if (current?.plan.isReadOnly !== true) await savePlanAs(this.state, this.inTurn);
      else await this.#withSignal((signal) => savePlanCopy(this.state, signal));
    });

  /** Back to the start screen; asks about unsaved changes. */
  readonly close = (): Promise<void> =>
    this.#fileWork(async () => {
      if (await this.#leave()) await this.refreshStart();
    });

  /** The host wants to close the window. While another question is open, its answer comes first. */
  readonly answerCloseRequest = async (): Promise<CloseDecision> => {
    if (this.state.store.get().question !== null) return "stay";
    let decision: CloseDecision = "stay";
    await this.#fileWork(async () => {
      if (await this.#leave()) decision = "close";
    });
    return decision;
  };

  /** Puts a picked file beside the open plan. */
  readonly holdPicked = (purpose: OtherPurpose): Promise<void> =>
    this.#fileWork(() => this.#withSignal((signal) => holdPickedFile(this.state, purpose, signal)));

  /** Puts a file that was read already beside the open plan, as when its own file was changed underneath. */
  readonly holdOpened = (opened: OpenedFile): Promise<void> =>
    this.#fileWork(() =>
      this.#withSignal((signal) =>
        holdBytes(this.state, { ...opened, name: opened.file.name }, "merge", signal),
      ),
    );

  /** A file was dropped while a plan is open: asks what to do with it. */
  readonly receiveDropped = (name: string, bytes: Uint8Array): Promise<void> =>
    this.#fileWork(() =>
      this.#withSignal((signal) => receiveDropped(this.state, { name, bytes }, signal, this.#mayLeave)),
    );

  readonly dropOther = (): Promise<void> => this.#fileWork(() => dropOther(this.state));

  /** Makes the merged plan the open one. Null, with a notice, when that was not possible. */
  readonly takeMerged = (settled: readonly SettledCell[]): Promise<TakenMerge | null> =>
    this.inTurn(async () => {
      const name = this.state.store.get().other?.name ?? "";
      try {
        const taken = await takeMerged(this.state, settled);
        if (taken.ok) return taken.value;
        this.state.notify({ group: "merge", error: taken.error }, name);
      } catch (error) {
        this.reportStop(error);
      }
      return null;
    });

  /** Writes the merged plan into a new file. True when it is on disk. */
  readonly saveMerged = (settled: readonly SettledCell[]): Promise<boolean> =>
    this.#writing(() => saveMerged(this.state, settled));

  /** Writes a copy without history and names into a new file. True when it is on disk. */
  readonly publish = (displayName: string): Promise<boolean> =>
    this.#writing(() => publishPlan(this.state, displayName));

  /** The user has read that somebody's clock is wrong. */
  readonly dismissClockNotice = (): void => this.state.updateCurrent({ changedAheadMs: null });

  readonly dismissNotice = (): void => this.state.dismissNotice();

  /** A copy of the open plan is asked about before it takes its place. */
  async #open(file: FileInfo): Promise<void> {
    if (this.state.current === null)
      await this.#showOpening(file.name, (signal) => openFile(this.state, file, signal));
    else await this.#withSignal((signal) => openOverPlan(this.state, file, signal, this.#mayLeave));
  }

  #openAnother(name: string, open: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    return this.#fileWork(async () => {
      if (await this.#mayLeave()) await this.#showOpening(name, open);
    });
  }

  async #writing(write: () => Promise<boolean>): Promise<boolean> {
    let isWritten = false;
    await this.#fileWork(async () => {
      isWritten = await write();
    });
    return isWritten;
  }

  #showOpening(name: string, open: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    return this.state.during({ type: "opening", name }, () => this.#withSignal(open));
  }

  async #withSignal(open: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    this.#opening = new AbortController();
    try {
      await open(this.#opening.signal);
    } finally {
      this.#opening = null;
    }
  }

  readonly #mayLeave = (): Promise<boolean> =>
    mayLeavePlan(this.state, () => savePlan(this.state, this.inTurn));

  async #leave(): Promise<boolean> {
    if (!(await this.#mayLeave())) return false;
    const { current } = this.state;
    if (current !== null) {
      await this.inTurn(() => leavePlan(this.state, current, { keepLockOf: null }));
      this.state.dismissNotice();
      this.state.replaceCurrent(null);
    }
    return true;
  }

  readonly #fileWork = (work: () => Promise<unknown>): Promise<void> => this.turns.fileWork(work);
}
