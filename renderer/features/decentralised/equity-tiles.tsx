import { useTranslation } from "react-i18next";
import type { IndicatorKey, Outcome } from "../../../core/scenario/outcome";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import { directionOf, type FigureUnit } from "../../ui/format-difference";
import { formatFigure } from "../../ui/format-figure";
import { formatExactMoney, formatMoney } from "../../ui/format-money";
import { formatNumber } from "../../ui/number-format";
import classes from "./equity-tiles.module.css";

interface EquityTilesProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
}

const SHOWN = [
  "residentShareDecidedRatio",
  "residentShareExecutedRatio",
  "unspentWon",
  "gapPerHeadWon",
  "neediestFifthRatio",
  "gini",
  "concentration",
] as const satisfies readonly IndicatorKey[];

interface Tile {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
  readonly model: string;
  readonly unit: FigureUnit;
  readonly better: "higher" | "lower" | "neither";
  readonly value: number | null;
  readonly base: number | null;
}

/** What residents decide on and who it reaches, under the active scenario with the base beside it. */
export function EquityTiles({ base, scenario }: EquityTilesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tiles: Tile[] = [
    ...SHOWN.flatMap((key): Tile[] => {
      const definition = indicatorDefinitions.find((candidate) => candidate.key === key);
      if (definition === undefined) return [];
      const { unit, better, model } = definition;
      const words = { name: t(`indicator.${key}.name`), meaning: t(`indicator.${key}.meaning`) };
      return [
        { key, ...words, model, unit, better, value: scenario.indicators[key], base: base.indicators[key] },
      ];
    }),
    {
      key: "theil",
      name: t("decentralised.theil"),
      meaning: t("decentralised.theilMeaning"),
      model: "B3",
      unit: "index",
      better: "lower",
      value: scenario.units.equity.theil,
      base: base.units.equity.theil,
    },
  ];
  const inputs: readonly FigureInput[] = [
    { label: t("decentralised.unitCount"), value: formatNumber(scenario.units.units.length, language) },
    {
      label: t("figureInput.decided"),
      value: formatMoney(
        scenario.residents.reduce((sum, { decidedWon }) => sum + decidedWon, 0),
        language,
      ),
    },
  ];
  const isTrying = base !== scenario;
  // Amounts per head are small: rounding them to 만원 or millions would say nothing.
  const show = ({ key, unit }: Tile, value: number | null) =>
    key === "gapPerHeadWon" && value !== null
      ? formatExactMoney(Math.round(value), language)
      : formatFigure(value, unit, language);
  return (
    <dl className={classes.tiles}>
      {tiles.map((tile) => (
        <div key={tile.key} className={classes.tile}>
          <dt className={classes.name}>
            {tile.name}
            <FigureHelp name={tile.name} meaning={tile.meaning} model={tile.model} inputs={inputs} />
          </dt>
          <dd className={classes.figure}>
            <span className={classes.value}>{show(tile, tile.value)}</span>
            {isTrying && hasMoved(tile) && (
              <span className={classes.base}>
                <Difference value={tile.value} base={tile.base} unit={tile.unit} better={tile.better} />{" "}
                {t("figure.base", { value: show(tile, tile.base) })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether the difference is large enough to be shown. */
const hasMoved = ({ value, base, unit }: Tile) =>
  value === null || base === null ? value !== base : directionOf(value - base, unit) !== "same";
