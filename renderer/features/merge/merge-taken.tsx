import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VersionPoint } from "../../engine/history-api";
import { describeFailure } from "../../session/error-text";
import { useSessionActions } from "../../session/use-plan-session";
import { Notice } from "../../ui/notice";

/** What just became of a merge. */
export type TakenNote =
  | { readonly type: "taken"; readonly name: string; readonly added: number; readonly before: VersionPoint }
  | { readonly type: "saved" };

interface MergeTakenProps {
  readonly note: TakenNote;
  readonly onClose: () => void;
}

/** Says what came of the merge, with the way back. */
export function MergeTaken({ note, onClose }: MergeTakenProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [said, setSaid] = useState<{ readonly tone: "info" | "problem"; readonly text: string } | null>(null);
  if (said !== null) return <Notice tone={said.tone} text={said.text} onClose={onClose} />;
  if (note.type === "saved") return <Notice tone="info" text={t("merge.savedNew")} onClose={onClose} />;
  const takeBack = async () => {
    const result = await actions.restore(note.before);
    setSaid(
      result.ok
        ? { tone: "info", text: t("merge.takenBack") }
        : { tone: "problem", text: describeFailure(t, { group: "history", error: result.error }) },
    );
  };
  return (
    <Notice
      tone="info"
      text={t("merge.taken", { count: note.added, name: note.name })}
      action={{ label: t("merge.takeBack"), run: () => void takeBack() }}
      onClose={onClose}
    />
  );
}
