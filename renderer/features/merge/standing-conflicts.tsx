import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ConflictView } from "../../engine/merge-api";
import { useOpenDocument } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import { Panel } from "../../ui/panel";
import { listSettled } from "./conflict-choices";
import { ConflictWork } from "./conflict-work";
import classes from "./merge-screen.module.css";
import { useChoices } from "./use-choices";

/** Conflicts that an earlier merge left open in the plan. */
export function StandingConflicts({ conflicts }: { readonly conflicts: readonly ConflictView[] }) {
  const { t } = useTranslation();
  const { documentKey, isReadOnly } = useOpenDocument();
  const [choices, setChoices] = useChoices(`standing ${documentKey}`);
  const { run, notice } = useScreenEdits();
  const settled = listSettled(conflicts, choices);
  return (
    <Panel title={t("merge.standingTitle")}>
      <p className={classes.standing}>{t("merge.standingIntro")}</p>
      {notice}
      <ConflictWork conflicts={conflicts} choices={choices} onChoose={setChoices} />
      {!isReadOnly && settled.length > 0 && (
        <div className={classes.actions}>
          <Button
            variant="filled"
            onClick={() => void run({ type: "settle-conflicts", cells: [...settled] }, t("merge.settled"))}
          >
            {t("merge.settle", { count: settled.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
