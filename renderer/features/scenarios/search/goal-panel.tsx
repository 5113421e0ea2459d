import { useTranslation } from "react-i18next";
import type { SeekWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { FigureHelp } from "../../../ui/figure-help";
import { Panel } from "../../../ui/panel";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { isNumeric, nameLever, showLeverValue } from "../engine/lever-names";
import { LeverSelect } from "../engine/lever-select";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { moveLever } from "../lever-values";
import { type ConditionDraft, ConditionRow, readBound } from "./condition-row";
import { describeGoal } from "./describe-search";
import { FoundActions } from "./found-actions";

const INITIAL: ConditionDraft = { measure: "residentShareDecidedRatio", relation: "at-least", bound: "8" };

/** Which value of a lever reaches a target. */
export function GoalPanel(context: TabContext) {
  const { levers, values } = context;
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosenPath, setPath] = useKept("goal lever", "decentralised.share");
  const [draft, setDraft] = useKept("goal condition", INITIAL);
  const lever = levers.find(({ path }) => path === chosenPath) ?? levers.find(isNumeric);
  const bound = readBound(draft);
  const condition = bound.ok
    ? { measure: draft.measure, relation: draft.relation, bound: bound.value }
    : null;
  const work: SeekWork | null =
    lever === undefined || condition === null
      ? null
      : { kind: "seek", levers: values, path: lever.path, condition };
  const job = useJob("seek", work, { isAutomatic: true });
  const { answer, isCurrent } = job;
  const isReady = answer !== null && isCurrent && lever !== undefined && condition !== null;
  return (
    <Panel
      title={t("engine.search.goalTitle")}
      subtitle={t("engine.search.goalSubtitle")}
      action={
        <FigureHelp name={t("engine.search.goalTitle")} meaning={t("engine.search.goalMeaning")} model="C4" />
      }
    >
      <div className={form.form}>
        <LeverSelect
          label={t("engine.search.lever")}
          levers={levers}
          isOffered={isNumeric}
          path={lever?.path ?? null}
          onChange={setPath}
        />
        <ConditionRow draft={draft} onChange={setDraft} />
      </div>
      <JobLine job={job} name={t("engine.search.goalTitle")} />
      <p role="status">{isReady && describeGoal(answer, lever, condition, { levers, t, language })}</p>
      {isReady && answer.ok && answer.value.isMoved && (
        <FoundActions
          {...context}
          title={`${nameLever(lever, levers, t)} ${showLeverValue(lever, answer.value.x, language, t)}`}
          levers={moveLever(values, lever, answer.value.x)}
        />
      )}
      {isReady && <RunLine facts={[]} planRevision={job.planRevision} tookMs={job.tookMs} />}
    </Panel>
  );
}
