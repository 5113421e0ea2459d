import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../core/plan/command";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { Notice } from "../ui/notice";
import type { CellReading } from "../ui/spreadsheet/sheet";
import type { CommitBlock, CommitRefusal, SheetNotice } from "../ui/spreadsheet/write-block";
import { describeFailure } from "./error-text";
import { useSessionActions } from "./use-plan-session";

export interface SheetEdits {
  /** One command; null when it went well, else the reason, which is shown too. `done` is said afterwards, with a way back. */
  readonly run: (command: Command, done?: string) => Promise<string | null>;
  /** A block of cells as one command. */
  readonly commit: CommitBlock;
  /** What was typed into one cell, as the sheet reads it; the plan's answer where that is a change. */
  readonly type: (reading: CellReading) => Promise<unknown> | undefined;
  readonly setNotice: (notice: SheetNotice | null) => void;
  /** The line that says what just happened, or nothing. */
  readonly notice: React.ReactNode;
}

interface OfferedNotice extends SheetNotice {
  readonly offersUndo: boolean;
}

/** What a screen with a spreadsheet needs to change the plan: single cells, blocks and larger steps, each one step of undo. */
export function useSheetEdits(): SheetEdits {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [notice, setNotice] = useState<OfferedNotice | null>(null);

  const execute = useCallback(
    async (command: Command): Promise<Result<unknown, CommitRefusal>> => {
      const result = await actions.execute(command);
      // Typing the value that is already there is no mistake.
      if (result.ok || result.error.type === "nothing-changed") return ok(null);
      const text = describeFailure(t, { group: "edit", error: result.error });
      const rowId = "rowId" in result.error ? result.error.rowId : null;
      return err({ type: "plan-refused", text, rowId });
    },
    [actions, t],
  );
  const run = useCallback(
    async (command: Command, done?: string): Promise<string | null> => {
      const result = await execute(command);
      if (!result.ok) {
        setNotice({ tone: "problem", text: result.error.text, offersUndo: false });
        return result.error.text;
      }
      setNotice(done === undefined ? null : { tone: "info", text: done, offersUndo: true });
      return null;
    },
    [execute],
  );
  const commit = useCallback<CommitBlock>(
    ({ edits, cleared }) =>
      execute(cleared.length > 0 ? { type: "delete-rows", rows: [...cleared] } : setCells(edits)),
    [execute],
  );
  const type = useCallback(
    (reading: CellReading) => {
      if (reading.type === "set") return run(setCells(reading.edits));
      return reading.type === "clear" ? run({ type: "delete-rows", rows: [...reading.rows] }) : undefined;
    },
    [run],
  );
  const undo = () => {
    setNotice(null);
    void actions.undo();
  };
  return {
    run,
    commit,
    type,
    setNotice: useCallback(
      (next: SheetNotice | null) => setNotice(next === null ? null : { ...next, offersUndo: false }),
      [],
    ),
    notice: notice !== null && (
      <Notice
        tone={notice.tone}
        text={notice.text}
        action={notice.offersUndo ? { label: t("frame.undo"), run: undo } : undefined}
        onClose={() => setNotice(null)}
      />
    ),
  };
}
