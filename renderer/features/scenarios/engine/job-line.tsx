import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import type { Job } from "../../../session/use-job";
import { formatRatio } from "../../../ui/format-ratio";
import { useIsLong } from "../../../ui/waiting-line";
import classes from "./job-line.module.css";

interface JobLineProps {
  readonly job: Job<unknown>;
  /** What is computed, for screen readers: "Sweep". */
  readonly name: string;
}

/** Nothing while a job is quick; then a thin line with a cancel; and what happened to one that did not finish. */
export function JobLine({ job, name }: JobLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isLong = useIsLong(job.status === "running");
  if (job.status === "running")
    return (
      <div className={classes.line} data-quiet={!isLong || undefined}>
        {isLong && (
          <>
            <Progress
              className={classes.bar}
              value={100 * (job.doneRatio ?? 1)}
              size={3}
              radius={0}
              animated={job.doneRatio === null}
              transitionDuration={100}
              aria-label={t("engine.progress", { name })}
            />
            <span className={classes.text}>
              {job.doneRatio === null ? t("engine.computing") : formatRatio(job.doneRatio, language, 0)}
            </span>
            <Button size="compact-xs" variant="subtle" onClick={job.cancel}>
              {t("common.cancel")}
            </Button>
          </>
        )}
      </div>
    );
  if (job.status === "cancelled" || job.status === "failed")
    return (
      <div className={classes.note} role={job.status === "failed" ? "alert" : "status"}>
        <span>{t(`engine.${job.status}`, { name })}</span>
        <Button size="compact-xs" variant="subtle" onClick={job.start}>
          {t("engine.again")}
        </Button>
      </div>
    );
  return <div className={classes.line} data-quiet />;
}
