import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LeverValues } from "../../../../core/scenario/lever";
import form from "../engine/form.module.css";
import type { TabContext } from "../engine/tab-context";

interface FoundActionsProps extends Pick<TabContext, "onTry" | "onKeep" | "isReadOnly"> {
  readonly title: string;
  readonly levers: LeverValues;
}

/** What to do with levers that were found: move them on the left, or keep them as a scenario. */
export function FoundActions({ title, levers, onTry, onKeep, isReadOnly }: FoundActionsProps) {
  const { t } = useTranslation();
  return (
    <p className={form.answerLine}>
      <Button size="compact-xs" onClick={() => onTry(levers)}>
        {t("engine.search.try")}
      </Button>
      {!isReadOnly && (
        <Button size="compact-xs" variant="subtle" onClick={() => onKeep(title, levers)}>
          {t("engine.search.keep")}
        </Button>
      )}
    </p>
  );
}
