import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { PlanCondition } from "../../../../core/scenario/search/seek-plan";
import type { SmallestWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { FigureHelp } from "../../../ui/figure-help";
import { Panel } from "../../../ui/panel";
import { findCouncilLevers } from "../council-levers";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { nameLever } from "../engine/lever-names";
import { LeverSelect } from "../engine/lever-select";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { moveLever } from "../lever-values";
import { type ConditionDraft, ConditionRow, readBound } from "./condition-row";
import { describeSmallest } from "./describe-search";
import { FoundActions } from "./found-actions";

const MOST_CONDITIONS = 6;

const INITIAL: readonly ConditionDraft[] = [
  { measure: "weakestGroupSeatedRatio", relation: "at-least", bound: "90" },
  { measure: "quorumRatio", relation: "at-least", bound: "80" },
];
const ADDED: ConditionDraft = { measure: "committeeCostWon", relation: "at-most", bound: "400" };

const isCounted = (lever: Lever) => lever.kind === "count" && lever.unit !== "year";

/** The smallest committee (or any other whole number) that meets several conditions at once. */
export function SmallestPanel(context: TabContext) {
  const { levers, values } = context;
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosenPath, setPath] = useKept<string | null>("smallest lever", null);
  const [drafts, setDrafts] = useKept("smallest conditions", INITIAL);
  const lever =
    levers.find(({ path }) => path === chosenPath) ??
    findCouncilLevers(levers)?.seats ??
    levers.find(isCounted);
  const conditions = drafts.flatMap((draft): PlanCondition[] => {
    const bound = readBound(draft);
    return bound.ok ? [{ measure: draft.measure, relation: draft.relation, bound: bound.value }] : [];
  });
  const work: SmallestWork | null =
    lever === undefined || conditions.length < drafts.length
      ? null
      : { kind: "smallest", levers: values, path: lever.path, conditions };
  const job = useJob("smallest", work, { isAutomatic: true });
  if (lever === undefined) return null;
  const { answer, isCurrent } = job;
  const isReady = answer !== null && isCurrent;
  const size = isReady && answer.ok ? answer.value.size : null;
  const replace = (at: number, draft: ConditionDraft | null) =>
    setDrafts(drafts.flatMap((old, index) => (index !== at ? [old] : draft === null ? [] : [draft])));
  const [first = "", ...details] = isReady
    ? describeSmallest(answer, lever, conditions, { levers, t, language })
    : [];
  return (
    <Panel
      title={t("engine.search.smallestTitle")}
      subtitle={t("engine.search.smallestSubtitle")}
      action={
        <FigureHelp
          name={t("engine.search.smallestTitle")}
          meaning={t("engine.search.smallestMeaning")}
          model="C4"
        />
      }
    >
      <div className={form.rows}>
        <LeverSelect
          label={t("engine.search.sizeOf")}
          levers={levers}
          isOffered={isCounted}
          path={lever.path}
          onChange={setPath}
        />
        {drafts.map((draft, index) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity beside their place
            key={index}
            draft={draft}
            isLabelHidden={index > 0}
            onChange={(next) => replace(index, next)}
            {...(drafts.length > 1 ? { onRemove: () => replace(index, null) } : {})}
          />
        ))}
        {drafts.length < MOST_CONDITIONS && (
          <div>
            <Button size="compact-xs" variant="subtle" onClick={() => setDrafts([...drafts, ADDED])}>
              {t("engine.search.addCondition")}
            </Button>
          </div>
        )}
      </div>
      <JobLine job={job} name={t("engine.search.smallestTitle")} />
      <div role="status">
        {first !== "" && <p>{first}</p>}
        {details.map((detail) => (
          <p key={detail} className={form.hint}>
            {detail}
          </p>
        ))}
      </div>
      {size !== null && (
        <FoundActions
          {...context}
          title={`${nameLever(lever, levers, t)} ${size}`}
          levers={moveLever(values, lever, size)}
        />
      )}
      {isReady && <RunLine facts={[]} planRevision={job.planRevision} tookMs={job.tookMs} />}
    </Panel>
  );
}
