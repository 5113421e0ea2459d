import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MeasureKey } from "../../../../core/scenario/measures";
import type { SensitivityMethodName, SensitivityWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { type ChartOrTable, ChartOrTableSwitch } from "../../../ui/chart-or-table";
import { FigureHelp } from "../../../ui/figure-help";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { MeasureSelect } from "../engine/measure-select";
import { formatMeasure, nameMeasure } from "../engine/measure-text";
import { NumberBox } from "../engine/number-box";
import { readWhole } from "../engine/read-whole";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
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
  const work: SensitivityWork | null =
    samples.value === null
      ? null
      : {
          kind: "sensitivity",
          levers: values,
          method,
          samples: samples.value,
          seed: method === "morris" ? seed : 1,
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
        </div>
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
