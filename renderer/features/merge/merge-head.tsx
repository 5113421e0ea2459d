import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OtherFile, OtherPurpose } from "../../session/session-view";
import { useSessionActions } from "../../session/use-plan-session";
import classes from "./merge-screen.module.css";

interface MergeHeadProps {
  readonly other: OtherFile;
  readonly children: (mode: OtherPurpose) => ReactNode;
}

/** Which file lies beside the plan, and what is done with it. */
export function MergeHead({ other, children }: MergeHeadProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [mode, setMode] = useState<OtherPurpose>(other.purpose);
  const { isSamePlan, isNewerFormat } = other.view;
  const canMerge = isSamePlan && !isNewerFormat;
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{t("merge.headTitle", { name: other.name })}</h1>
        {canMerge && (
          <SegmentedControl
            value={mode}
            onChange={(next) => setMode(next === "compare" ? "compare" : "merge")}
            data={[
              { value: "merge", label: t("merge.modeMerge") },
              { value: "compare", label: t("merge.modeCompare") },
            ]}
          />
        )}
        <Button className={classes.end ?? ""} onClick={() => void actions.dropOther()}>
          {t("merge.putAway")}
        </Button>
      </header>
      {!canMerge && (
        <p className={classes.note}>
          {t(isSamePlan ? "merge.newerFormat" : "merge.otherPlan", { name: other.name })}
        </p>
      )}
      {children(mode)}
    </>
  );
}
