import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SessionActivity } from "../session/session-view";
import { useIsLong } from "../ui/waiting-line";
import classes from "./reading-line.module.css";

interface ReadingLineProps {
  readonly activity: SessionActivity | null;
  readonly onCancel: () => void;
}

/** A thin line with a way out while a file is read beside the open plan; nothing while that is quick. */
export function ReadingLine({ activity, onCancel }: ReadingLineProps) {
  const { t } = useTranslation();
  const isReading = activity !== null && activity.type !== "saving";
  const isLong = useIsLong(isReading);
  if (!isLong || activity === null) return null;
  return (
    <div role="status">
      <Progress value={100} size={3} animated radius={0} aria-hidden />
      <div className={classes.text}>
        {t("frame.reading", { name: activity.name })}
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}
