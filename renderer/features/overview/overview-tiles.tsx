import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import {
  type IndicatorDefinition,
  type IndicatorKey,
  indicatorDefinitions,
  type Outcome,
} from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import { FigureHelp } from "../../ui/figure-help";
import { formatFigure } from "../../ui/format-figure";
import { formatMoney } from "../../ui/format-money";
import { shortenText } from "../../ui/shorten-text";
import { findCouncilLevers } from "../scenarios/council-levers";
import { hasCeilings } from "../scenarios/describe-limit";
import { listFigureInputs } from "../scenarios/figure-inputs";
import { currentValue } from "../scenarios/lever-values";
import type { RowNames } from "../scenarios/row-names";
import classes from "./overview-tiles.module.css";

/** What a planner asks first, in this order. */
const tileKeys: readonly IndicatorKey[] = [
  "costToCeilingRatio",
  "tasksFunded",
  "residentShareDecidedRatio",
  "residentShareExecutedRatio",
  "unspentWon",
  "staffLoadRatio",
  "weakestGroupSeats",
  "gapPerHeadWon",
];

/** How long a name may be in the line below a figure. */
const LETTERS_IN_NOTE = 28;

interface OverviewTilesProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly levers: readonly Lever[];
  readonly names: RowNames;
}

/** The key figures with their difference to the base, and what each of them is about. */
export function OverviewTiles({ base, scenario, levers, names }: OverviewTilesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isWhatIf = Object.keys(scenario.levers).length > 0;
  const attendance = findCouncilLevers(levers)?.attendance;
  const attendanceValue = attendance === undefined ? null : currentValue(attendance, scenario.levers);
  const attendanceRatio = typeof attendanceValue === "number" ? attendanceValue : null;
  const show = (key: IndicatorKey, value: number | null, unit: IndicatorDefinition["unit"]) =>
    key === "tasksFunded"
      ? t("scenarios.funded", { funded: formatFigure(value, unit, language), all: scenario.tasks.length })
      : formatFigure(value, unit, language);
  const notes: Partial<Record<IndicatorKey, string>> = {
    costToCeilingRatio: describeShortage(scenario, names, { t, language }),
    tasksFunded: t("overview.taskCounts", {
      delayed: scenario.indicators.tasksDelayed ?? 0,
      dropped: scenario.indicators.tasksDropped ?? 0,
      partial: scenario.indicators.tasksPartial ?? 0,
    }),
    weakestGroupSeats: nameWeakestGroup(scenario, names) ?? t("overview.noGroups"),
  };
  return (
    <ul className={classes.tiles}>
      {tileKeys.map((key) => {
        const definition = indicatorDefinitions.find((candidate) => candidate.key === key);
        if (definition === undefined) return null;
        const { unit, better, model } = definition;
        const name = t(`indicator.${key}.name`);
        const [value, baseValue] = [scenario.indicators[key], base.indicators[key]];
        return (
          <li key={key} className={classes.tile}>
            <div className={classes.name}>
              <span className={classes.nameText} title={name}>
                {name}
              </span>
              <FigureHelp
                name={name}
                meaning={t(`indicator.${key}.meaning`)}
                model={model}
                inputs={listFigureInputs(definition, { outcome: scenario, attendanceRatio, t, language })}
              />
            </div>
            <div className={classes.value}>{show(key, value, unit)}</div>
            {isWhatIf && !(value === null && baseValue === null) && (
              <div className={classes.difference}>
                <Difference value={value} base={baseValue} unit={unit} better={better} />
                <span className={classes.base}>
                  {" "}
                  {t("figure.base", { value: show(key, baseValue, unit) })}
                </span>
              </div>
            )}
            {notes[key] !== undefined && (
              <div className={classes.note} title={notes[key]}>
                {notes[key]}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where money runs short first; without ceilings, which cannot say, what is planned in all. */
function describeShortage(
  scenario: Outcome,
  names: RowNames,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  const { firstShortage: first } = scenario;
  if (first !== null)
    return t("overview.firstShort", {
      source: shortenText(names.source(first.sourceId), LETTERS_IN_NOTE),
      year: first.year,
      amount: formatMoney(first.shortWon, language),
    });
  if (hasCeilings(scenario)) return t("overview.neverShort");
  const plannedWon = scenario.byYear.reduce(
    (sum, { sources }) => sum + sources.reduce((ofYear, source) => ofYear + source.plannedWon, 0),
    0,
  );
  return t("overview.withoutCeilings", { amount: formatMoney(plannedWon, language) });
}

/** The group with the fewest seats in the first council; null where no groups are named. */
function nameWeakestGroup({ committees }: Outcome, names: RowNames): string | null {
  const seatsOf = (group: { readonly reservedSeats: number; readonly expectedSeats: number }) =>
    Math.max(group.reservedSeats, group.expectedSeats);
  const groups = committees[0]?.groups ?? [];
  const weakest = groups.reduce<(typeof groups)[number] | null>(
    (least, next) => (least === null || seatsOf(next) < seatsOf(least) ? next : least),
    null,
  );
  return weakest === null ? null : names.group(weakest.groupId);
}
