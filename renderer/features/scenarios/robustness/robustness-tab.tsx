import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LeverValues } from "../../../../core/scenario/lever";
import type { MeasureKey } from "../../../../core/scenario/measures";
import type { RobustnessWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { areSameLevers } from "../../../session/what-if";
import { describeParseError } from "../../../ui/describe-parse-error";
import { FigureHelp } from "../../../ui/figure-help";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { MeasureSelect } from "../engine/measure-select";
import { measureOf, nameMeasure, parseMeasure, unitMark } from "../engine/measure-text";
import { NumberBox } from "../engine/number-box";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { type FutureDraft, initialFutures, readFutures } from "./futures-draft";
import { FuturesForm } from "./futures-form";
import classes from "./robustness.module.css";
import { RobustnessTable } from "./robustness-table";

interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly levers: LeverValues;
}

const BASE_KEY = "base";
const TRYING_KEY = "trying";

/** Scenarios under several futures: which holds up whatever comes. */
export default function RobustnessTab({ levers: _levers, values, scenarios, names }: TabContext) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isTrying =
    Object.keys(values).length > 0 && scenarios.every(({ levers }) => !areSameLevers(levers, values));
  const candidates: readonly Candidate[] = [
    { key: BASE_KEY, title: t("whatIf.base"), levers: {} },
    ...scenarios.map(({ id, title, levers }) => ({ key: id, title, levers })),
    ...(isTrying ? [{ key: TRYING_KEY, title: t("scenarios.untitled"), levers: values }] : []),
  ];
  const [left, setLeft] = useKept<readonly string[]>("robustness left out", []);
  const [drafts, setDrafts] = useKept<readonly FutureDraft[]>("futures", initialFutures(t));
  const [measure, setMeasure] = useKept<MeasureKey>("robustness measure", "priorityCoverageRatio");
  const [thresholdText, setThreshold] = useKept("robustness threshold", "");
  const chosen = candidates.filter(({ key }) => !left.includes(key));
  const futures = readFutures(drafts);
  const threshold = thresholdText.trim() === "" ? null : parseMeasure(measure, thresholdText);
  const work: RobustnessWork | null =
    futures === null || chosen.length === 0 || threshold?.ok === false
      ? null
      : {
          kind: "robustness",
          scenarios: chosen.map(({ levers }) => levers),
          futures,
          measure,
          threshold: threshold?.ok ? threshold.value : null,
        };
  const job = useJob("robustness", work, { isAutomatic: true });
  const { answer, isCurrent } = job;
  const kind = measureOf(measure).unit === "won" ? "with-units" : "plain";
  const refusal = answer?.ok === false && isCurrent ? answer.error : null;
  return (
    <>
      <Panel title={t("engine.robustness.title")} subtitle={t("engine.robustness.subtitle")}>
        <div className={form.form}>
          <MeasureSelect
            label={t("engine.figure")}
            measure={measure}
            isOffered={({ better }) => better !== "neither"}
            onChange={setMeasure}
          />
          <NumberBox
            label={t(`engine.robustness.threshold.${measureOf(measure).better}`)}
            text={thresholdText}
            placeholder={t("engine.robustness.noThreshold")}
            problem={threshold?.ok === false ? describeParseError(t, threshold.error, kind) : null}
            unit={unitMark(measure, t)}
            onChange={setThreshold}
          />
        </div>
        <div className={`${classes.columns} ${form.answer}`}>
          <div>
            <h3>{t("engine.robustness.futures")}</h3>
            <FuturesForm drafts={drafts} onChange={setDrafts} />
          </div>
          <div>
            <h3>{t("engine.robustness.scenarios")}</h3>
            <div className={classes.scenarios}>
              {candidates.map(({ key, title }) => (
                <Checkbox
                  key={key}
                  size="xs"
                  label={title}
                  checked={!left.includes(key)}
                  onChange={(event) =>
                    setLeft(
                      event.currentTarget.checked ? left.filter((other) => other !== key) : [...left, key],
                    )
                  }
                />
              ))}
            </div>
            {scenarios.length === 0 && <p className={form.hint}>{t("engine.robustness.noScenarios")}</p>}
          </div>
        </div>
      </Panel>
      <Panel
        title={nameMeasure(measure, t)}
        subtitle={t("engine.robustness.tableSubtitle")}
        action={
          <FigureHelp
            name={t("engine.robustness.title")}
            meaning={t("engine.robustness.meaning")}
            model="C5"
            inputs={[
              { label: t("engine.robustness.scenarios"), value: formatNumber(chosen.length, language) },
              { label: t("engine.robustness.futures"), value: formatNumber(drafts.length, language) },
            ]}
          />
        }
      >
        <JobLine job={job} name={t("engine.tab.robustness")} />
        {chosen.length === 0 && <p className={form.hint}>{t("engine.robustness.chooseSome")}</p>}
        {refusal !== null && (
          <p className={form.problem} role="alert">
            {refusal.type === "no-figure"
              ? t("engine.noFigure")
              : t("engine.robustness.doesNotFit", {
                  future: drafts[refusal.future]?.name ?? "",
                  title: chosen[refusal.scenario]?.title ?? "",
                })}
          </p>
        )}
        {answer?.ok && isCurrent && futures !== null && (
          <>
            <RobustnessTable
              answer={answer.value}
              titles={chosen.map(({ title }) => title)}
              futures={futures}
              measure={measure}
              names={names}
            />
            <RunLine
              facts={[
                t("engine.run.evaluations", {
                  count: chosen.length * futures.length,
                  shown: formatNumber(chosen.length * futures.length, language),
                }),
              ]}
              planRevision={job.planRevision}
              tookMs={job.tookMs}
            />
          </>
        )}
      </Panel>
    </>
  );
}
