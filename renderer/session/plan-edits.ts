import type { Command } from "../../core/plan/command";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { VersionPoint } from "../engine/history-api";
import type { AppliedEdit, PlanState } from "../engine/plan-api";
import { backUpPlan, isBackupDue } from "./back-up-plan";
import type { EditFailure, EngineStopped, HistoryFailure, UndoFailure } from "./session-failure";
import type { SessionParts } from "./session-state";
import { SessionState } from "./session-state";
import { SessionTurns } from "./session-turns";

/**
 * What is done to the open plan itself: one edit after the other, each in the
 * plan worker and the journal before it is on the screen.
 */
export class PlanEdits {
  protected readonly state: SessionState;
  protected readonly turns: SessionTurns;

  constructor(parts: SessionParts) {
    this.state = new SessionState(parts);
    this.turns = new SessionTurns((error) => this.reportStop(error));
  }

  readonly execute = (command: Command): Promise<Result<PlanState, EditFailure>> =>
    this.#edit(() => this.state.parts.plan.execute(command));

  readonly setAmounts = (
    amounts: readonly { readonly rowId: string; readonly likelyWon: number }[],
  ): Promise<Result<PlanState, EditFailure>> => this.#edit(() => this.state.parts.plan.setAmounts(amounts));

  /** Takes back one change of anybody. */
  readonly revert = (changeId: string, isForced = false): Promise<Result<PlanState, HistoryFailure>> =>
    this.#edit(() => this.state.parts.plan.revert(changeId, isForced));

  /** Sets the plan back to an earlier version, as one step. */
  readonly restore = (point: VersionPoint): Promise<Result<PlanState, HistoryFailure>> =>
    this.#edit(() => this.state.parts.plan.restore(point));

  /** Keeps a state of the plan under a name. */
  readonly nameVersion = (
    title: string,
    point: VersionPoint | null,
  ): Promise<Result<PlanState, EditFailure | HistoryFailure>> =>
    this.#edit(() => this.state.parts.plan.nameVersion(title, "", point));

  /** Gives the person on this computer another name, also in what they did so far. */
  readonly renamePerson = async (displayName: string): Promise<void> => {
    await this.state.parts.renamePerson(displayName);
    if (this.state.current === null) return;
    await this.#edit(async () => {
      const renamed = await this.state.parts.plan.renamePerson(displayName);
      return renamed === null ? err({ type: "nothing-changed" } as const) : ok(renamed);
    });
  };

  readonly undo = (): Promise<Result<PlanState, UndoFailure>> =>
    this.#takeBack(() => this.state.parts.plan.undo());

  readonly redo = (): Promise<Result<PlanState, UndoFailure>> =>
    this.#takeBack(() => this.state.parts.plan.redo());

  async #takeBack(
    apply: () => Promise<Result<AppliedEdit, UndoFailure>>,
  ): Promise<Result<PlanState, UndoFailure>> {
    const result = await this.#edit(apply);
    if (result.ok) this.state.dismissNotice();
    else this.state.notify({ group: "undo", error: result.error }, "");
    return result;
  }

  /**
   * One edit, end to end: the plan worker, then the journal, and only then the
   * screen, for which is asked meanwhile. `apply` asks the plan at once: what is
   * asked right behind it is answered about the plan as the edit leaves it.
   */
  #edit<E extends { readonly type: string }>(
    apply: () => Promise<Result<AppliedEdit, E>>,
  ): Promise<Result<PlanState, E | EngineStopped>> {
    return this.inTurn(async () => {
      const { current } = this.state;
      if (current === null) throw new Error("PlanSession: no plan is open");
      const expected = current.plan.revision + 1;
      const applying = apply();
      const ahead = this.state.readAhead(expected);
      let edited: Result<AppliedEdit, E>;
      try {
        edited = await applying;
      } catch (error) {
        ahead.forget();
        return err(this.reportStop(error));
      }
      if (!edited.ok || edited.value.state.revision !== expected) ahead.forget();
      if (!edited.ok) return edited;
      const { state, journalBatches } = edited.value;
      const appended = current.journal.append(journalBatches);
      const [isProtected] = await Promise.all([appended, ahead.arrived]);
      this.state.updateCurrent({ plan: state, isProtected });
      this.#keepBackups();
      return ok(state);
    });
  }

  /** Every quarter of an hour of work; nobody waits for it. */
  #keepBackups(): void {
    const { current, parts } = this.state;
    if (current === null || !parts.host.environment.capabilities.backups) return;
    if (!isBackupDue(current, parts.nowMs())) return;
    void this.inTurn(async () => {
      // The plan may have been left, or kept, while this waited.
      if (this.state.current?.documentKey !== current.documentKey) return;
      await backUpPlan(this.state, "timer");
    }).catch((error: unknown) => this.reportStop(error));
    this.state.updateCurrent({ backedUpAtMs: parts.nowMs() });
  }

  protected readonly inTurn = <T>(work: () => Promise<T>): Promise<T> => this.turns.inTurn(work);

  /** A bug, or a worker that ran out of memory: said openly, the journal holds the work. */
  protected reportStop(error: unknown): EngineStopped {
    const detail = error instanceof Error ? error.message : String(error);
    const stopped = { type: "engine-stopped", detail } as const;
    this.state.notify({ group: "edit", error: stopped }, this.state.current?.plan.title ?? "");
    return stopped;
  }
}
