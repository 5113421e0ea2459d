import type { Outcome } from "../../core/scenario/outcome";
import type { DrawsSummary } from "../../core/scenario/uncertainty/summarise-draws";
import type { PlanNames } from "../plan/plan-names";
import { formatCount, formatRatio } from "./format-values";
import { formatMeasure, measureLabels } from "./measure-labels";
import { formatSection, formatTable, joinSections } from "./text-table";

/** What a simulation adds to an outcome, for people. */
export const drawsText = (outcome: Outcome, summary: DrawsSummary, names: PlanNames): string =>
  joinSections(
    formatSection(
      `Key figures in ${formatCount(summary.draws, "draw")} (P10: nine in ten are above it)`,
      listSpreads(outcome, summary),
    ),
    formatSection("How likely tasks are", listTaskChances(summary, names)),
    formatSection("How likely all that is planned exceeds a ceiling", listCeilingChances(summary, names)),
    `Probabilities are within ${formatRatio(2 * summary.standardErrorRatio)} (two standard errors).`,
  );

const right = (title: string) => ({ title, align: "right" as const });

/** Figures that do not vary are left out. */
function listSpreads(outcome: Outcome, { indicators }: DrawsSummary): string {
  const varying = indicators.filter(({ percentiles }) => percentiles.at(0) !== percentiles.at(-1));
  return formatTable(
    [{ title: "Figure" }, right("As planned"), right("P10"), right("P50"), right("P90")],
    varying.map(({ key, p10, p50, p90, presentRatio }) => [
      presentRatio < 1 ? `${measureLabels[key]} (in ${formatRatio(presentRatio)})` : measureLabels[key],
      formatMeasure(key, outcome.indicators[key]),
      ...[p10, p50, p90].map((value) => formatMeasure(key, value)),
    ]),
  );
}

function listTaskChances({ tasks }: DrawsSummary, names: PlanNames): string {
  return formatTable(
    [{ title: "Code" }, { title: "Title" }, right("In full, on time"), right("At all")],
    tasks.map(({ taskId, fundedRatio, startedRatio }) => [
      names.code("task", taskId),
      names.title("task", taskId),
      formatRatio(fundedRatio),
      formatRatio(startedRatio),
    ]),
  );
}

function listCeilingChances({ ceilings }: DrawsSummary, names: PlanNames): string {
  const years = [...new Set(ceilings.map(({ year }) => year))];
  const sources = [...new Set(ceilings.map(({ sourceId }) => sourceId))];
  return formatTable(
    [{ title: "Source" }, ...years.map((year) => right(String(year)))],
    sources.map((sourceId) => [
      names.title("source", sourceId),
      ...years.map((year) => {
        const ceiling = ceilings.find((one) => one.sourceId === sourceId && one.year === year);
        return ceiling === undefined ? "–" : formatRatio(ceiling.exceededRatio);
      }),
    ]),
  );
}
