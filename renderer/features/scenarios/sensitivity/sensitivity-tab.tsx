import { Button, SegmentedControl } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MeasureKey } from "../../../../core/scenario/measures";
import type { PlanFactor } from "../../../../core/scenario/sensitivity/plan-factors";
import { MAXIMUM_SOBOL_INPUTS } from "../../../../core/scenario/sensitivity/sobol-indices";
import { NO_UNCERTAINTY } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { SensitivityMethodName, SensitivityWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { type ChartOrTable, ChartOrTableSwitch } from "../../../ui/chart-or-table";
import { FigureHelp } from "../../../ui/figure-help";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import { useUncertaintySettings } from "../certainty/use-uncertainty-settings";
import { findCouncilLevers } from "../council-levers";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { MeasureSelect } from "../engine/measure-select";
import { formatMeasure, nameMeasure } from "../engine/measure-text";
import { NumberBox } from "../engine/number-box";
import { readWhole } from "../engine/read-whole";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { draftUsualFactors, type FactorDraft, readFactors } from "./factors-draft";
import { FactorsForm } from "./factors-form";
import { nameFactor } from "./name-factor";
import classes from "./sensitivity.module.css";
import { makeSensitivityChart, type SensitivityBar, type SensitivityChart } from "./sensitivity-bars";
import { SensitivityChartView } from "./sensitivity-chart";
import { SensitivityTable } from "./sensitivity-table";

const METHODS: readonly SensitivityMethodName[] = ["tornado", "morris", "sobol"];

/** Trajectories of Morris and samples of Sobol: what one starts from, and how far one may go. */
const SAMPLES = {
  tornado: { initial: 0, minimum: 0, maximum: 0 },
  morris: { initial: 10, minimum: 2, maximum: 2000 },
  sobol: { initial: 256, minimum: 16, maximum: 65_536 },
} as const;

const NO_FACTORS: readonly PlanFactor[] = [];

/** Which levers and uncertainties move a figure most. */
export default function SensitivityTab({ levers, values }: TabContext) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [method, setMethod] = useKept<SensitivityMethodName>("sensitivity method", "tornado");
  const [measure, setMeasure] = useKept<MeasureKey>("sensitivity measure", "fundedRatio");
  const [texts, setTexts] = useKept<Partial<Record<SensitivityMethodName, string>>>(
    "sensitivity samples",
    {},
  );
  const [seed, setSeed] = useKept("sensitivity seed", 1);
  const [view, setView] = useKept<ChartOrTable>("sensitivity view", "chart");
  const { initial, minimum, maximum } = SAMPLES[method];
  const text = texts[method] ?? String(initial);
  const samples =
    method === "tornado" ? { value: 0, problem: null } : readWhole(text, minimum, maximum, t, language);
  const { spec, isBroken } = useUncertaintySettings(t, language);
  const [chosen, setChosen] = useKept<readonly FactorDraft[] | null>("sensitivity factors", null);
  const [isOpen, setOpen] = useKept("sensitivity factors open", false);
  const council = findCouncilLevers(levers)?.prefix.slice("committee.".length);
  const drafts = chosen ?? draftUsualFactors(levers, council);
  const { choices, problems } = readFactors(drafts, {
    levers,
    values,
    spec: spec ?? NO_UNCERTAINTY,
    language,
  });
  const tooMany = method === "sobol" && (choices?.length ?? 0) > MAXIMUM_SOBOL_INPUTS;
  const factorsProblem = ((): string | null => {
    if (isBroken) return t("engine.factors.refused.assumptions");
    if (choices === null) return isOpen ? null : t("engine.factors.refused.factors");
    if (choices.length === 0) return t("engine.factors.refused.none");
    return tooMany ? t("engine.factors.refused.too-many", { maximum: MAXIMUM_SOBOL_INPUTS }) : null;
  })();
  const work: SensitivityWork | null =
    samples.value === null || spec === null || choices === null || choices.length === 0 || tooMany
      ? null
      : {
          kind: "sensitivity",
          levers: values,
          method,
          samples: samples.value,
          seed: method === "morris" ? seed : 1,
          factors: choices,
        };
  const job = useJob(`sensitivity ${method}`, work, { isAutomatic: true });
  const answer = job.answer?.ok ? job.answer.value : null;
  const chart = useMemo(
    () => (answer === null ? null : makeSensitivityChart(answer, method, measure)),
    [answer, method, measure],
  );
  const figureName = nameMeasure(measure, t);
  return (
    <>
      <Panel title={t("engine.sensitivity.title")} subtitle={t(`engine.sensitivity.about.${method}`)}>
        <div className={form.form}>
          <MeasureSelect label={t("engine.figure")} measure={measure} onChange={setMeasure} />
          <div>
            <div className={form.label}>{t("engine.sensitivity.method")}</div>
            <SegmentedControl
              aria-label={t("engine.sensitivity.method")}
              value={method}
              onChange={(next) => setMethod(METHODS.find((known) => known === next) ?? "tornado")}
              data={METHODS.map((name) => ({ value: name, label: t(`engine.sensitivity.name.${name}`) }))}
            />
          </div>
          {method !== "tornado" && (
            <NumberBox
              label={t(`engine.sensitivity.samples.${method}`)}
              text={text}
              problem={samples.problem}
              onChange={(next) => setTexts({ ...texts, [method]: next })}
            />
          )}
          <Button
            className={form.submit ?? ""}
            variant="subtle"
            aria-expanded={isOpen}
            rightSection={
              isOpen ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />
            }
            onClick={() => setOpen(!isOpen)}
          >
            {t(chosen === null ? "engine.factors.open" : "engine.factors.openChanged", {
              shown: formatNumber(drafts.filter(({ isOn }) => isOn).length, language),
            })}
          </Button>
        </div>
        {isOpen && (
          <FactorsForm
            drafts={drafts}
            problems={problems}
            levers={levers}
            values={values}
            spec={spec ?? NO_UNCERTAINTY}
            computed={answer?.factors ?? NO_FACTORS}
            onReset={chosen === null ? null : () => setChosen(null)}
            onChange={setChosen}
          />
        )}
        {factorsProblem !== null && (
          <p className={form.problem} role="alert">
            {factorsProblem}
          </p>
        )}
      </Panel>
      <Panel
        title={figureName}
        subtitle={t(`engine.sensitivity.chart.${method}`)}
        action={
          <span className={classes.actions}>
            <FigureHelp
              name={t(`engine.sensitivity.name.${method}`)}
              meaning={t(`engine.sensitivity.meaning.${method}`)}
              model="C3"
              inputs={[
                {
                  label: t("engine.sensitivity.factors"),
                  value: formatNumber(answer?.factors.length ?? 0, language),
                },
                {
                  label: t("engine.sensitivity.evaluations"),
                  value: formatNumber(answer?.evaluations ?? 0, language),
                },
              ]}
            />
            <ChartOrTableSwitch name={figureName} value={view} onChange={setView} />
          </span>
        }
      >
        <JobLine job={job} name={t("engine.tab.sensitivity")} />
        {job.answer?.ok === false && (
          <p className={form.problem} role="alert">
            {describeRefusal(job.answer.error, { levers, t, language })}
          </p>
        )}
        {answer !== null && chart === null && <p className={form.hint}>{t("engine.noFigure")}</p>}
        {chart !== null && (
          <Chart chart={chart} view={view} method={method} measure={measure} levers={levers} />
        )}
        {answer !== null && (
          <RunLine
            facts={[
              t("engine.run.evaluations", {
                count: answer.evaluations,
                shown: formatNumber(answer.evaluations, language),
              }),
            ]}
            planRevision={job.planRevision}
            tookMs={job.tookMs}
            {...(method === "morris" ? { seed, onSeed: setSeed } : {})}
          />
        )}
      </Panel>
    </>
  );
}

interface ChartProps extends Pick<TabContext, "levers"> {
  readonly chart: SensitivityChart;
  readonly view: ChartOrTable;
  readonly method: SensitivityMethodName;
  readonly measure: MeasureKey;
}

function Chart({ chart, view, method, measure, levers }: ChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bars, origin } = chart;
  const show = (value: number | null) =>
    method === "sobol" ? showIndex(value, language) : formatMeasure(measure, value, language);
  const labelOf = ({ figures: [first = null, second = null, third = null] }: SensitivityBar): string => {
    if (method === "tornado") return `${show(first)} … ${show(second)}`;
    return show(method === "morris" ? first : third);
  };
  if (bars.every(({ size }) => size === 0))
    return <p className={form.hint}>{t("engine.sensitivity.nothingMoves")}</p>;
  if (view === "table") return <SensitivityTable bars={bars} method={method} levers={levers} show={show} />;
  return (
    <>
      <SensitivityChartView
        chart={chart}
        nameOf={(index) => (bars[index] === undefined ? "" : nameFactor(bars[index].factor, levers, t))}
        labelOf={(index) => (bars[index] === undefined ? "" : labelOf(bars[index]))}
      />
      <p className={classes.legend}>
        {method !== "morris" &&
          ([1, 2] as const).map((series) => (
            <span key={series} className={classes.key}>
              <span className={classes.swatch} data-series={series} aria-hidden />
              {t(`engine.sensitivity.legend.${method}${series}`)}
            </span>
          ))}
        {method === "tornado" && <span>{t("engine.sensitivity.origin", { value: show(origin) })}</span>}
      </p>
    </>
  );
}

/** A part of the variance: two decimals say all that the samples can. */
const showIndex = (value: number | null, language: "en" | "ko") =>
  value === null ? "–" : formatNumber(value, language, 2);
