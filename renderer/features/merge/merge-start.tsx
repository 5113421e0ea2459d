import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMerges } from "../../session/history-queries";
import { useMoment } from "../../session/use-moment";
import { usePlanSession } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import classes from "./merge-screen.module.css";

/** Nothing lies beside the plan: what can be done here, and what was done so far. */
export function MergeStart() {
  const { t } = useTranslation();
  const { view, actions } = usePlanSession();
  return (
    <>
      <Panel title={t("merge.introTitle")}>
        <p className={classes.intro}>{t("merge.intro")}</p>
        <p className={classes.choose}>
          <Button
            variant="filled"
            disabled={view.activity !== null}
            onClick={() => void actions.holdPicked("merge")}
          >
            {t("merge.choose")}
          </Button>
          <span className={classes.dim}>{t("merge.introDrop")}</span>
        </p>
      </Panel>
      <EarlierMerges />
    </>
  );
}

function EarlierMerges() {
  const { t } = useTranslation();
  const moment = useMoment();
  const { data: merges } = useMerges();
  if (merges === undefined || merges.length === 0) return null;
  return (
    <Panel title={t("merge.earlierTitle")}>
      <ul className={classes.plain}>
        {merges.map(({ mergedAtMs, otherFile, personName, addedChanges, conflicts }) => (
          <li key={`${mergedAtMs} ${otherFile}`}>
            <strong>{otherFile}</strong>{" "}
            <span className={classes.dim}>
              {[
                moment.full(mergedAtMs),
                ...(personName === "" ? [] : [t("merge.by", { name: personName })]),
                t("merge.earlier", { count: addedChanges }),
                ...(conflicts === 0 ? [] : [t("merge.earlierConflicts", { count: conflicts })]),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
