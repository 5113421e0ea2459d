import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  type IndicatorDefinition,
  type IndicatorKey,
  indicatorDefinitions,
  type Outcome,
} from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import { formatFigure } from "../../ui/format-figure";
import { SpreadRange } from "./certainty/spread-range";
import classes from "./indicator-tiles.module.css";

/** The figures that a planner looks at first. */
const tileKeys: readonly IndicatorKey[] = [
  "costToCeilingRatio",
  "tasksFunded",
  "fundedRatio",
  "committeeCostWon",
  "residentShareDecidedRatio",
  "presenceAtMeetingRatio",
  "quorumRatio",
  "officialsPivotalRatio",
];

interface IndicatorTilesProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly summary: DrawsSummary | null;
  readonly limitsOf: (definition: IndicatorDefinition) => readonly string[];
  readonly inputsOf: (definition: (typeof indicatorDefinitions)[number]) => readonly FigureInput[];
}

export function IndicatorTiles({ base, scenario, summary, inputsOf, limitsOf }: IndicatorTilesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { indicators } = scenario;
  const isBase = Object.keys(scenario.levers).length === 0;
  const notes: Partial<Record<IndicatorKey, ReactNode>> = {
    costToCeilingRatio:
      indicators.firstShortYear === null
        ? null
        : t("scenarios.shortIn", { year: String(indicators.firstShortYear) }),
    tasksFunded: listCounts(scenario, (key, count) => t(key, { count })),
  };
  return (
    <ul className={classes.tiles}>
      {tileKeys.map((key) => {
        const definition = indicatorDefinitions.find((candidate) => candidate.key === key);
        if (definition === undefined) return null;
        const name = t(`indicator.${key}.name`);
        const value = formatFigure(indicators[key], definition.unit, language);
        return (
          <li key={key} className={classes.tile}>
            <div className={classes.name}>
              <span className={classes.nameText} title={name}>
                {name}
              </span>
              <FigureHelp
                name={name}
                meaning={t(`indicator.${key}.meaning`)}
                model={definition.model}
                inputs={() => inputsOf(definition)}
                limits={() => limitsOf(definition)}
              />
            </div>
            <div className={classes.value}>
              {key === "tasksFunded"
                ? t("scenarios.funded", { funded: value, all: scenario.tasks.length })
                : value}
            </div>
            <div className={classes.difference}>
              {!isBase && (
                <Difference
                  value={indicators[key]}
                  base={base.indicators[key]}
                  unit={definition.unit}
                  better={definition.better}
                />
              )}
              {notes[key] && (
                <span className={classes.note}>
                  {isBase ? "" : " · "}
                  {notes[key]}
                </span>
              )}
            </div>
            {summary !== null && <SpreadRange summary={summary} definition={definition} />}
          </li>
        );
      })}
    </ul>
  );
}

/** "1 late, 2 out", as far as there are any. */
function listCounts({ indicators }: Outcome, say: (key: string, count: number) => string): string | null {
  const parts = [
    ["scenarios.countPartial", indicators.tasksPartial],
    ["scenarios.countDelayed", indicators.tasksDelayed],
    ["scenarios.countDropped", indicators.tasksDropped],
  ] as const;
  const shown = parts.flatMap(([key, count]) => (count !== null && count > 0 ? [say(key, count)] : []));
  return shown.length === 0 ? null : shown.join(", ");
}
