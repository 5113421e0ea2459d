import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "../../core/plan/command";
import { Notice } from "../ui/notice";
import { describeFailure } from "./error-text";
import { useSessionActions } from "./use-plan-session";

interface ScreenNotice {
  readonly tone: "info" | "problem";
  readonly text: string;
}

export interface ScreenEdits {
  /** Carries out a command; `done` is said afterwards, with a way back. Null when it went well, else the reason. */
  readonly run: (command: Command, done?: string) => Promise<string | null>;
  /** The line that says what just happened, or nothing. */
  readonly notice: React.ReactNode;
}

/** What a screen needs to change the plan: a refusal is shown and read out, a larger step can be taken back at once. */
export function useScreenEdits(): ScreenEdits {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [notice, setNotice] = useState<ScreenNotice | null>(null);
  const run = useCallback(
    async (command: Command, done?: string): Promise<string | null> => {
      const result = await actions.execute(command);
      // Typing the value that is already there is no mistake.
      if (result.ok || result.error.type === "nothing-changed") {
        setNotice(done === undefined ? null : { tone: "info", text: done });
        return null;
      }
      const text = describeFailure(t, { group: "edit", error: result.error });
      setNotice({ tone: "problem", text });
      return text;
    },
    [actions, t],
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
