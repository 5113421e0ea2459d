import { Button, Progress } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionActivity } from "../../session/session-view";
import classes from "./start-screen.module.css";

/** What takes less than this is not worth a word. */
const QUIET_MS = 300;

interface OpeningLineProps {
  readonly activity: SessionActivity | null;
  readonly onCancel: () => void;
}

/** A thin line with a way out while a file is read; nothing while that is quick. */
export function OpeningLine({ activity, onCancel }: OpeningLineProps) {
  const { t } = useTranslation();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    setIsLong(false);
    if (activity === null) return;
    const timer = setTimeout(() => setIsLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [activity]);
  if (activity === null || !isLong) return null;
  return (
    <div className={classes.opening} role="status">
      <Progress value={100} size={3} animated radius={0} aria-hidden />
      <div className={classes.openingText}>
        {activity.name === "" ? t("start.openingNew") : t("start.opening", { name: activity.name })}
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          {t("start.cancelOpening")}
        </Button>
      </div>
    </div>
  );
}
