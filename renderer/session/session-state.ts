import type { UntrustedPlan } from "../../core/planfile/open-plan-file";
import type { Result } from "../../core/result";
import type { GateError } from "../engine/gate-client";
import type { Person, PlanApi, PlanState } from "../engine/plan-api";
import type { FileInfo, FileStamp, Host, OpenedFile } from "../host/host";
import type { JournalKeeper } from "./journal-keeper";
import type { SessionFailure } from "./session-failure";
import type { OpenDocument, OtherFile, SessionActivity, SessionQuestion, SessionView } from "./session-view";
import { Store } from "./store";

/** Shows what somebody else wrote into the open plan's file, to be compared and merged. */
export type MergeHandler = (theirs: OpenedFile) => void;

/** Answers about a revision that is still to be shown. */
export interface ReadAhead {
  /** Fulfilled when they are there, or have taken too long to be waited for. */
  readonly arrived: Promise<void>;
  /** The revision did not come about. */
  readonly forget: () => void;
}

/** What a session needs; tests put their own in its place. */
export interface SessionParts {
  readonly host: Host;
  readonly plan: PlanApi;
  readonly readThroughGate: (
    bytes: Uint8Array,
    options: { readonly signal: AbortSignal },
  ) => Promise<Result<UntrustedPlan, GateError>>;
  readonly readPerson: () => Promise<Person>;
  /** Keeps another name of the person on this computer. */
  readonly renamePerson: (displayName: string) => Promise<Person>;
  /** Asks for all that the screens show of a revision, so that it is there when that is shown. */
  readonly readAhead: (shown: OpenDocument, revision: number) => ReadAhead;
  readonly nowMs: () => number;
  readonly language: () => "en" | "ko";
  /** Texts of the system's dialogs. */
  readonly translate: (key: string) => string;
}

/** The open plan: what the page sees of it is derived by `viewDocument`. */
export interface CurrentPlan {
  readonly documentKey: string;
  readonly plan: PlanState;
  /** Null for a plan that was never saved. */
  readonly file: FileInfo | null;
  /** What must be on disk when the plan is saved into its file. */
  readonly stamp: FileStamp | null;
  readonly journal: JournalKeeper;
  readonly isProtected: boolean;
  readonly lastSavedAtMs: number | null;
  /** When the plan was last kept outside its file, or opened. */
  readonly backedUpAtMs: number;
  readonly readOnlyReason: OpenDocument["readOnlyReason"];
  readonly changedAheadMs: number | null;
}

const NOTHING_AHEAD: ReadAhead = { arrived: Promise.resolve(), forget: () => {} };

export const isDirty = ({ plan }: CurrentPlan): boolean => plan.unsavedChanges !== 0;

/** The state that the session's flows share: the view, the open plan, questions and notices. */
export class SessionState {
  readonly parts: SessionParts;
  readonly store = new Store<SessionView>({
    status: "start",
    document: null,
    activity: null,
    notice: null,
    question: null,
    startLists: { recentFiles: [], recoveredWork: [] },
    other: null,
  });
  #current: CurrentPlan | null = null;
  #lastNoticeId = 0;
  #openings = 0;
  #heldFiles = 0;
  #documentState = "";
  /** Where the file of another is compared and merged; null where that cannot be done yet. */
  mergeHandler: MergeHandler | null = null;

  constructor(parts: SessionParts) {
    this.parts = parts;
  }

  get current(): CurrentPlan | null {
    return this.#current;
  }

  nextDocumentKey(): string {
    this.#openings += 1;
    return String(this.#openings);
  }

  /** Shows another plan, or none. */
  replaceCurrent(current: CurrentPlan | null): void {
    const isSame = current !== null && current.documentKey === this.#current?.documentKey;
    this.#current = current;
    const { activity, notice, question, startLists, other } = this.store.get();
    const base = { activity, notice, question, startLists, other: isSame ? other : null };
    if (current === null) this.store.set({ ...base, status: "start", document: null });
    else this.store.set({ ...base, status: "open", document: viewDocument(current) });
    this.#tellHost();
  }

  /** Changes some facts of the open plan. */
  updateCurrent(changes: Partial<CurrentPlan>): void {
    if (this.#current !== null) this.replaceCurrent({ ...this.#current, ...changes });
  }

  /** Asks for what the screens show of the open plan's next revision. */
  readAhead(revision: number): ReadAhead {
    const { document } = this.store.get();
    return document === null ? NOTHING_AHEAD : this.parts.readAhead(document, revision);
  }

  setActivity(activity: SessionActivity | null): void {
    const view = this.store.get();
    if (view.status === "open") this.store.set({ ...view, activity });
    else this.store.set({ ...view, activity, status: activity?.type === "opening" ? "opening" : "start" });
  }

  /** Shows that something is going on for as long as the work takes. */
  async during<T>(activity: SessionActivity, work: () => Promise<T>): Promise<T> {
    this.setActivity(activity);
    try {
      return await work();
    } finally {
      this.setActivity(null);
    }
  }

  /** Puts another file beside the plan, or none. */
  setOther(other: Omit<OtherFile, "heldId"> | null): void {
    this.#heldFiles += 1;
    const held = other === null ? null : { ...other, heldId: this.#heldFiles };
    this.store.set({ ...this.store.get(), other: held });
  }

  setStartLists(startLists: SessionView["startLists"]): void {
    this.store.set({ ...this.store.get(), startLists });
  }

  /** Shows a failure until it is dismissed. A closed dialog is none. */
  notify(failure: SessionFailure, subject: string, offersSaveAs = false): void {
    if (isSilent(failure)) return;
    this.#lastNoticeId += 1;
    const notice = { noticeId: this.#lastNoticeId, failure, subject, offersSaveAs };
    this.store.set({ ...this.store.get(), notice });
  }

  dismissNotice(): void {
    if (this.store.get().notice !== null) this.store.set({ ...this.store.get(), notice: null });
  }

  /** Asks, and waits for the answer. */
  ask<A extends string>(makeQuestion: (answer: (answer: A) => void) => SessionQuestion): Promise<A> {
    return new Promise((resolve) => {
      const question = makeQuestion((answer) => {
        if (this.store.get().question !== question) return;
        this.store.set({ ...this.store.get(), question: null });
        resolve(answer);
      });
      this.store.set({ ...this.store.get(), question });
    });
  }

  #tellHost(): void {
    const current = this.#current;
    const documentState = {
      title: (current?.plan.title ?? "").slice(0, 400),
      fileName: current?.file?.name ?? null,
      dirty: current !== null && isDirty(current),
    };
    const told = JSON.stringify(documentState);
    if (told === this.#documentState) return;
    this.#documentState = told;
    void this.parts.host.setDocumentState(documentState);
  }
}

function viewDocument(current: CurrentPlan): OpenDocument {
  const { journal: _journal, stamp: _stamp, backedUpAtMs: _backedUpAtMs, ...facts } = current;
  return {
    ...facts,
    fileName: current.file?.name ?? null,
    isDirty: isDirty(current),
    isReadOnly: current.plan.isReadOnly,
  };
}

function isSilent({ group, error }: SessionFailure): boolean {
  if (group === "open") return error.type === "cancelled" || error.type === "opening-cancelled";
  if (group === "undo") return error.type === "nothing-to-undo" || error.type === "nothing-to-redo";
  return error.type === "cancelled";
}
