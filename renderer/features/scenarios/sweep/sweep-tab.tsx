import { SegmentedControl } from "@mantine/core";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { MeasureKey } from "../../../../core/scenario/measures";
import { indicatorDefinitions } from "../../../../core/scenario/outcome";
import type { SweepAxis } from "../../../../core/scenario/sweep/sweep-axis";
import type { SweepWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { FigureHelp } from "../../../ui/figure-help";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import { useStable } from "../../../ui/use-stable";
import { findCouncilLevers } from "../council-levers";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { isNumeric, nameLever, showLeverValue } from "../engine/lever-names";
import { MeasureSelect } from "../engine/measure-select";
import { explainMeasure, formatMeasure, measureOf, nameMeasure } from "../engine/measure-text";
import { NumberBox } from "../engine/number-box";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { currentValue } from "../lever-values";
import { AxisForm } from "./axis-form";
import { Heatmap } from "./heatmap";
import classes from "./heatmap.module.css";
import { findCurrentCell, makeHeatmap, SWEEP_VIEWS } from "./heatmap-grid";
import { type AxisDraft, draftAxis, readAxis } from "./read-axis";
import { useSweepDraws } from "./use-sweep-draws";

const indicatorKeys: ReadonlySet<string> = new Set(indicatorDefinitions.map(({ key }) => key));

/** Two levers at once: a figure for every combination; a cell becomes a scenario. */
export default function SweepTab(context: TabContext) {
  const { levers, values } = context;
  const { t } = useTranslation();
  const language = useLanguage();
  const [initialRow, initialColumn] = useMemo(() => pickLevers(levers), [levers]);
  const [rowDraft, setRowDraft] = useKept<AxisDraft | null>("sweep row", null);
  const [columnDraft, setColumnDraft] = useKept<AxisDraft | null>("sweep column", null);
  const [measure, setMeasure] = useKept<MeasureKey>("sweep measure", "tasksFunded");
  const row = readDraft(levers, rowDraft, initialRow);
  const column = readDraft(levers, columnDraft, initialColumn);
  const rowAxis = row && readAxis(row.lever, row.draft, language);
  const columnAxis = column && readAxis(column.lever, column.draft, language);
  const axes: readonly [SweepAxis, SweepAxis] | null =
    rowAxis?.ok && columnAxis?.ok ? [rowAxis.value, columnAxis.value] : null;
  // What the axes set anyway must not make another sweep.
  const others = Object.fromEntries(
    Object.entries(values).filter(([path]) => axes?.every((axis) => axis.path !== path)),
  );
  const drawing = useSweepDraws(t, language);
  const work: SweepWork | null =
    axes === null || drawing.problem !== null
      ? null
      : {
          kind: "sweep",
          levers: others,
          axes,
          ...(drawing.simulation === null ? {} : { simulation: drawing.simulation }),
        };
  const job = useJob("sweep", work, { isAutomatic: true });
  const { answer, isCurrent } = job;
  const current =
    axes !== null && answer?.ok && isCurrent && row !== null && column !== null
      ? {
          rows: answer.value,
          axes,
          row: row.lever,
          column: column.lever,
          draws: drawing.simulation?.draws ?? 0,
        }
      : null;
  // The last picture stays until the next is there.
  const kept = useRef(current);
  if (current !== null) kept.current = current;
  const shown = useStable(axes === null || answer === null ? null : kept.current);
  const view = (shown?.draws ?? 0) > 0 ? drawing.view : "planned";
  const heatmap = useMemo(
    () => (shown === null ? null : makeHeatmap(shown.rows, shown.axes, measure, view)),
    [shown, measure, view],
  );
  if (row === null || column === null || rowAxis === null || columnAxis === null)
    return <p>{t("engine.sweep.noLevers")}</p>;
  const name = nameMeasure(measure, t);
  const show = (value: number | null) => formatMeasure(measure, value, language);
  const labels = (lever: Lever, axis: SweepAxis) =>
    axis.values.map((value) => showLeverValue(lever, value, language, t));
  const titles = [shown?.row ?? row.lever, shown?.column ?? column.lever].map((lever) =>
    nameLever(lever, levers, t),
  );
  const cells = shown?.rows.length ?? 0;
  return (
    <>
      <Panel title={t("engine.sweep.title")} subtitle={t("engine.sweep.subtitle")}>
        <div className={form.rows}>
          <AxisForm
            label={t("engine.sweep.row")}
            levers={levers}
            draft={row.draft}
            lever={row.lever}
            otherPath={column.lever.path}
            axis={rowAxis}
            onChange={setRowDraft}
          />
          <AxisForm
            label={t("engine.sweep.column")}
            levers={levers}
            draft={column.draft}
            lever={column.lever}
            otherPath={row.lever.path}
            axis={columnAxis}
            onChange={setColumnDraft}
          />
          <div className={form.form}>
            <MeasureSelect
              label={t("engine.figure")}
              measure={measure}
              isOffered={({ key }) => indicatorKeys.has(key)}
              onChange={setMeasure}
            />
            <NumberBox
              label={t("engine.sweep.draws")}
              text={drawing.text}
              placeholder={t("engine.sweep.noDraws")}
              problem={drawing.problem}
              onChange={drawing.onText}
            />
            {drawing.simulation !== null && (
              <div>
                <div className={form.label}>{t("engine.sweep.view")}</div>
                <SegmentedControl
                  aria-label={t("engine.sweep.view")}
                  value={drawing.view}
                  onChange={(next) => {
                    const found = SWEEP_VIEWS.find((known) => known === next);
                    if (found !== undefined) drawing.onView(found);
                  }}
                  data={SWEEP_VIEWS.map((name) => ({ value: name, label: t(`engine.sweep.views.${name}`) }))}
                />
              </div>
            )}
          </div>
        </div>
      </Panel>
      <Panel
        title={name}
        subtitle={
          view === "planned"
            ? t("engine.sweep.gridSubtitle")
            : `${t(`engine.sweep.viewMeaning.${view}`)}; ${t("engine.sweep.gridSubtitle")}`
        }
        action={
          <FigureHelp
            name={name}
            meaning={explainMeasure(measure, t)}
            model={measureOf(measure).model}
            inputs={[{ label: t("engine.run.cells"), value: formatNumber(cells, language) }]}
          />
        }
      >
        <JobLine job={job} name={t("engine.tab.sweep")} />
        {answer?.ok === false && isCurrent && (
          <p className={form.problem} role="alert">
            {describeRefusal(answer.error, { levers, t, language })}
          </p>
        )}
        {heatmap !== null && shown !== null && (
          <>
            <Heatmap
              name={name}
              grid={heatmap}
              rowTitle={titles[0] ?? ""}
              columnTitle={titles[1] ?? ""}
              rowLabels={labels(shown.row, shown.axes[0])}
              columnLabels={labels(shown.column, shown.axes[1])}
              show={show}
              current={findCurrentCell(shown.axes, (path) => {
                const lever = levers.find((candidate) => candidate.path === path);
                return lever && currentValue(lever, values);
              })}
              isReadOnly={context.isReadOnly}
              onPick={(cell) => {
                const title = [shown.row, shown.column]
                  .map(
                    (lever, index) =>
                      `${titles[index]} ${showLeverValue(lever, cell[lever.path] ?? 0, language, t)}`,
                  )
                  .join(", ");
                context.onKeep(title, { ...values, ...cell });
              }}
            />
            <p className={classes.legend}>
              <span className={classes.scale}>
                {show(heatmap.minimum)}
                <span className={classes.ramp} aria-hidden />
                {show(heatmap.maximum)}
              </span>
              {heatmap.levels.length > 0 && (
                <span className={classes.key}>
                  <span className={classes.contourKey} aria-hidden />
                  {t("engine.sweep.contours", { levels: heatmap.levels.map(show).join(" · ") })}
                </span>
              )}
              <span className={classes.key}>
                <span className={classes.currentKey} aria-hidden />
                {t("engine.sweep.current")}
              </span>
              {heatmap.cells.some((line) => line.some(({ value }) => value === null)) && (
                <span>{t("engine.sweep.empty")}</span>
              )}
            </p>
            {!context.isReadOnly && <p className={form.hint}>{t("engine.sweep.hint")}</p>}
            <RunLine
              facts={[
                t("engine.run.scenarios", { count: cells, shown: formatNumber(cells, language) }),
                ...(shown.draws > 0
                  ? [t("engine.sweep.drawsEach", { shown: formatNumber(shown.draws, language) })]
                  : []),
              ]}
              planRevision={job.planRevision}
              tookMs={job.tookMs}
              {...(shown.draws > 0 && drawing.seeded ? drawing.seeded : {})}
            />
          </>
        )}
      </Panel>
    </>
  );
}

/** The council's size against the decentralised share, or whatever numbers the plan has. */
function pickLevers(levers: readonly Lever[]): readonly [Lever | undefined, Lever | undefined] {
  const numeric = levers.filter(isNumeric);
  const seats = findCouncilLevers(levers)?.seats;
  const share = numeric.find(({ path }) => path === "decentralised.share");
  const column = share ?? numeric.find(({ path }) => path !== seats?.path);
  return [seats ?? numeric.find(({ path }) => path !== column?.path), column];
}

/** What was typed, as long as the lever is still there; else what a sweep starts from. */
function readDraft(levers: readonly Lever[], draft: AxisDraft | null, initial: Lever | undefined) {
  const lever = levers.find(({ path }) => path === draft?.path);
  if (draft !== null && lever !== undefined) return { lever, draft };
  return initial === undefined ? null : { lever: initial, draft: draftAxis(initial) };
}
