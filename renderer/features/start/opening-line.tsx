import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SessionActivity } from "../../session/session-view";
import { useIsLong } from "../../ui/waiting-line";
import classes from "./start-screen.module.css";

interface OpeningLineProps {
  readonly isOpening: boolean;
  /** Null once the plan is read and only waits to be shown. */
  readonly activity: SessionActivity | null;
  readonly onCancel: () => void;
}

/** A thin line with a way out while a plan is opened; nothing while that is quick. */
export function OpeningLine({ isOpening, activity, onCancel }: OpeningLineProps) {
  const { t } = useTranslation();
  if (!useIsLong(isOpening)) return null;
  const name = activity?.name ?? "";
  return (
    <div className={classes.opening} role="status">
      <Progress value={100} size={3} animated radius={0} aria-hidden />
      <div className={classes.openingText}>
        {name === "" ? t("start.openingNew") : t("start.opening", { name })}
        {activity !== null && (
          <Button size="compact-xs" variant="subtle" onClick={onCancel}>
            {t("start.cancelOpening")}
          </Button>
        )}
      </div>
    </div>
  );
}
