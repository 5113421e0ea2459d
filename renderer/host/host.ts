import type { Result } from "../../core/result";
import type {
  ExportFileRequest,
  OpenedFile,
  PickFileRequest,
  PickSaveTargetRequest,
  SaveTarget,
  WriteBackupRequest,
  WriteFileRequest,
  WrittenFile,
} from "./host-requests";
import type {
  BackupInfo,
  CloseDecision,
  DocumentState,
  Environment,
  FileInfo,
  HostError,
  HostLanguage,
  JournalContent,
  JournalHeader,
  JournalSummary,
  MenuCommand,
  RecentFile,
  Settings,
} from "./host-values";

export type * from "./host-requests";
export type * from "./host-values";

/** Outcomes are data: a Host method never rejects for something that can happen in ordinary use. */
export type HostResult<T> = Result<T, HostError>;

/** What a method answers that has nothing to say. */
export type Nothing = Record<string, never>;

/** What the surroundings may ask of the page. */
export interface HostListeners {
  /** A menu item was chosen. Key presses arrive in the page as key events, never here as well. */
  onMenuCommand(command: MenuCommand): void;
  /** A plan was passed on the command line, double-clicked, or handed over by a second start. Read it with `readFile`. */
  onOpenRequest(file: FileInfo): void;
  /**
   * The user wants to close the window or quit. The page asks about unsaved
   * changes and answers. Only called where `capabilities.closeRequests`; a
   * browser asks its own question while `setDocumentState` says dirty.
   */
  onCloseRequest(): Promise<CloseDecision>;
}

/**
 * The whole of what the page may ask of its surroundings. Two implementations,
 * `desktop-host.ts` (over the preload bridge) and `browser-host.ts`, pass the
 * same contract tests for what their `environment.capabilities` claim.
 * Obtain one with `openHost()`.
 *
 * Files are named by opaque ids that the host hands out for files the user
 * picked; a path never comes from the page.
 */
export interface Host {
  readonly environment: Environment;

  /** Listens until the returned function is called. One set of listeners at a time: a later call replaces an earlier one. Requests that came before are delivered then. */
  subscribe(listeners: HostListeners): () => void;

  /** Lets the user pick one file to open. Must be called from a user's gesture. */
  pickFile(request: PickFileRequest): Promise<HostResult<FileInfo>>;

  /** The bytes of a picked or recent file and the stamp to pass on when writing it back. */
  readFile(request: { fileId: string }): Promise<HostResult<OpenedFile>>;

  /** Lets the user choose where to save, and confirm replacing a file there. Must be called from a user's gesture, before the bytes are made. */
  pickSaveTarget(request: PickSaveTargetRequest): Promise<HostResult<SaveTarget>>;

  /**
   * Replaces a file's content as a whole or not at all. Answers
   * `changed-underneath` when the content on disk is not `expected`.
   * The written file's stamp is the next write's `expected`.
   * Without `capabilities.saveInPlace` the bytes become a download.
   */
  writeFile(request: WriteFileRequest): Promise<HostResult<WrittenFile>>;

  /** Says to others that this file is being edited. Answers `locked` with the holder unless `takeOver`. */
  lockFile(request: { fileId: string; takeOver: boolean }): Promise<HostResult<Nothing>>;
  unlockFile(request: { fileId: string }): Promise<HostResult<Nothing>>;

  /** Starts a journal for one editing session of one plan. */
  openJournal(request: JournalHeader): Promise<HostResult<{ journalId: string }>>;

  /** Adds a batch at the end; answers once it is protected as far as `capabilities.journal` says. Batches are kept in the order of the calls. */
  appendJournal(request: { journalId: string; batch: Uint8Array }): Promise<HostResult<Nothing>>;

  /** After a verified save: forgets all batches and gives the journal its new base, in one step. */
  rebaseJournal(request: { journalId: string; header: JournalHeader }): Promise<HostResult<Nothing>>;

  /** Journals left behind by sessions that ended without closing them, newest first. Those of living sessions are not listed. */
  listJournals(): Promise<HostResult<JournalSummary[]>>;

  /** All batches up to the last good one. */
  readJournal(request: { journalId: string }): Promise<HostResult<JournalContent>>;

  /** Deletes a journal: the work in it was saved, or the user gave it up. */
  clearJournal(request: { journalId: string }): Promise<HostResult<Nothing>>;

  /** Keeps a copy outside the plan. The oldest make room: 3 of today, 1 a day, 10 in all for each plan. */
  writeBackup(request: WriteBackupRequest): Promise<HostResult<BackupInfo>>;

  /** Newest first. */
  listBackups(request: { planId: string | null }): Promise<HostResult<BackupInfo[]>>;
  readBackup(request: { backupId: string }): Promise<HostResult<{ info: BackupInfo; bytes: Uint8Array }>>;

  /** Newest first, ten at most. */
  listRecentFiles(): Promise<HostResult<RecentFile[]>>;
  rememberRecentFile(request: { fileId: string; title: string }): Promise<HostResult<Nothing>>;
  forgetRecentFile(request: { fileId: string }): Promise<HostResult<Nothing>>;

  /** Lets the user save something that is not the plan: a table, a report, a picture. */
  exportFile(request: ExportFileRequest): Promise<HostResult<{ name: string }>>;

  /** Prints the page as its print styles show it. */
  print(): Promise<HostResult<Nothing>>;

  /** Keeps window title, the system's mark for unsaved work, and the question at closing up to date. */
  setDocumentState(state: DocumentState): Promise<HostResult<Nothing>>;

  /** The language of native menus and dialogs. */
  setLanguage(request: { language: HostLanguage }): Promise<HostResult<Nothing>>;

  /** Opens an http, https or mailto address outside the app, after asking the user. */
  openExternal(request: { url: string }): Promise<HostResult<Nothing>>;

  /** Empty on the first start. */
  readSettings(): Promise<HostResult<Settings>>;
  writeSettings(settings: Settings): Promise<HostResult<Nothing>>;
}
