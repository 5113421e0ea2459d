import type { TFunction } from "i18next";
import type { CsvCell } from "../../../core/exchange/write-csv";
import type { Lever } from "../../../core/scenario/lever";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import type { Language } from "../../i18n/language";
import type { RowNames } from "../scenarios/row-names";
import { type ComparisonView, describeTaskOutcome, formatLeverValue, nameLever } from "./comparison-view";
import { listChances } from "./list-chances";

interface CsvWords {
  readonly title: string;
  readonly levers: readonly Lever[];
  readonly names: RowNames;
  readonly t: TFunction;
  readonly language: Language;
}

/**
 * A comparison as rows for a spreadsheet: assumptions that differ, every figure
 * and its differences as plain numbers with their unit, and all tasks.
 */
export function listCsvRows(
  { columns, comparison, summaries }: ComparisonView,
  { title, names, t, language }: CsvWords,
): readonly (readonly CsvCell[])[] {
  const heads = columns.map((column) => `${column.letter} ${column.title}`);
  const differenceHeads = heads.slice(1).map((head) => t("compare.differenceOf", { title: head }));
  return [
    [title],
    [],
    [t("compare.assumptionsTitle"), ...heads],
    ...comparison.assumptions.map(({ lever, values }): CsvCell[] => [
      nameLever(lever, t),
      ...values.map((value) =>
        typeof value === "number" ? value : formatLeverValue(lever, value, t, language),
      ),
    ]),
    [],
    [t("scenarios.figure"), t("compare.unit"), ...heads, ...differenceHeads],
    ...comparison.indicators.map(({ definition, values, differences }): CsvCell[] => [
      t(`indicator.${definition.key}.name`),
      t(`compare.unitOf.${definition.unit}`),
      ...[...values, ...differences.slice(1)].map(readable),
    ]),
    ...listRanges(summaries, heads, { names, t }),
    [],
    [t("scenarios.task"), ...heads],
    ...comparison.tasks.map(({ taskId, outcomes }): CsvCell[] => [
      names.task(taskId),
      // The glyph is for the eye only.
      ...outcomes.map((outcome) => describeTaskOutcome(outcome, t, language).replace(/^\S+ /, "")),
    ]),
  ];
}

/** P10 and P90 of every figure and the chances of every ceiling and task, where they were computed. */
function listRanges(
  summaries: ComparisonView["summaries"],
  heads: readonly string[],
  { names, t }: Pick<CsvWords, "names" | "t">,
): readonly (readonly CsvCell[])[] {
  if (summaries.every((summary) => summary === null)) return [];
  const spreadOf = (summary: DrawsSummary | null, at: number) => summary?.indicators[at];
  const { ceilings, tasks } = listChances(summaries, true);
  return [
    [],
    [t("scenarios.figure"), t("compare.unit"), ...heads.flatMap((head) => [`${head} P10`, `${head} P90`])],
    [t("engine.certainty.draws"), "", ...summaries.flatMap((summary) => [summary?.draws ?? null, null])],
    ...indicatorDefinitions.map(({ key, unit }, at): CsvCell[] => [
      t(`indicator.${key}.name`),
      t(`compare.unitOf.${unit}`),
      ...summaries.flatMap((summary) => [
        readable(spreadOf(summary, at)?.p10 ?? null),
        readable(spreadOf(summary, at)?.p90 ?? null),
      ]),
    ]),
    [],
    [t("engine.certainty.ceilings"), ...heads],
    ...ceilings.map(({ sourceId, year, ratios }): CsvCell[] => [
      `${names.source(sourceId)} ${year}`,
      ...ratios,
    ]),
    [],
    [t("compare.fundedChance"), ...heads],
    ...tasks.map(({ taskId, ratios }): CsvCell[] => [names.task(taskId), ...ratios]),
  ];
}

/** A figure without the noise of binary fractions: a millionth is less than anything here is known to. */
const readable = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;
