import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../core/result";
import type { PlanState } from "../../engine/plan-api";
import { describeFailure } from "../../session/error-text";
import type { EditFailure, HistoryFailure } from "../../session/session-failure";
import { useSessionActions } from "../../session/use-plan-session";
import { Notice } from "../../ui/notice";

type Outcome = Result<PlanState, EditFailure | HistoryFailure>;

export interface HistoryEdits {
  /** Does it and says what came of it, with a way back; true when it went well. */
  readonly run: (work: Promise<Outcome>, done?: string) => Promise<boolean>;
  readonly notice: ReactNode;
}

const isOfHistory = (error: EditFailure | HistoryFailure): error is HistoryFailure =>
  ["unknown-change", "beginning-of-plan", "undo-superseded", "version-not-whole", "nothing-changed"].includes(
    error.type,
  );

/** What the History screen needs to take back, restore and name. */
export function useHistoryEdits(): HistoryEdits {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [notice, setNotice] = useState<{ readonly tone: "info" | "problem"; readonly text: string } | null>(
    null,
  );
  const run = useCallback(
    async (work: Promise<Outcome>, done?: string): Promise<boolean> => {
      const result = await work;
      if (result.ok) setNotice(done === undefined ? null : { tone: "info", text: done });
      else {
        const { error } = result;
        const failure = isOfHistory(error)
          ? ({ group: "history", error } as const)
          : ({ group: "edit", error: error as EditFailure } as const);
        setNotice({ tone: "problem", text: describeFailure(t, failure) });
      }
      return result.ok;
    },
    [t],
  );
  const undo = () => {
    setNotice(null);
    void actions.undo();
  };
  return {
    run,
    notice: notice !== null && (
      <Notice
        tone={notice.tone}
        text={notice.text}
        action={notice.tone === "info" ? { label: t("frame.undo"), run: undo } : undefined}
        onClose={() => setNotice(null)}
      />
    ),
  };
}
