import type { TFunction } from "i18next";
import { computeMeanPerHead } from "../../../core/budget/equity-mean-per-head";
import type { FieldName, Row } from "../../../core/plan/entities";
import { err, ok } from "../../../core/result";
import type { Outcome } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { evidenceOf, isIllustrative } from "../../session/evidence";
import { checkFigure, editableFigure, fieldOf, showFigure } from "../../ui/check-figure";
import { describeSource } from "../../ui/figure-box";
import { formatExactMoney, formatInUnit } from "../../ui/format-money";
import type { RowColumn } from "../../ui/grid/row-column";
import { formatNumber } from "../../ui/number-format";
import type { DecentralisedPlan } from "./decentralised-plan";

/** What a unit gets, in won; null where there is nothing to compute it from. */
export interface UnitAmount {
  readonly allocatedWon: number;
  readonly perHeadWon: number | null;
}

export interface UnitRow {
  readonly id: string;
  readonly row: Row<"unit">;
  readonly base: UnitAmount | undefined;
  readonly scenario: UnitAmount | undefined;
}

/** The units with what they get over the years named by `yearIndex`; −1 stands for all. */
export function joinUnits(
  units: readonly Row<"unit">[],
  outcomes: { readonly base: Outcome | undefined; readonly scenario: Outcome | undefined },
  yearIndex: number,
): readonly UnitRow[] {
  const amountOf = (row: Row<"unit">, outcome: Outcome | undefined): UnitAmount | undefined => {
    const unit = outcome?.units.units.find(({ unitId }) => unitId === row.id);
    if (unit === undefined) return undefined;
    const all = unit.allocatedWonByYear.reduce((sum, won) => sum + won, 0);
    const allocatedWon = yearIndex < 0 ? all : (unit.allocatedWonByYear[yearIndex] ?? 0);
    return { allocatedWon, perHeadWon: computeMeanPerHead([allocatedWon], [row.population]) };
  };
  return units.map((row) => ({
    id: row.id,
    row,
    base: amountOf(row, outcomes.base),
    scenario: amountOf(row, outcomes.scenario),
  }));
}

interface ColumnChoice {
  readonly t: TFunction;
  readonly language: Language;
  readonly plan: DecentralisedPlan;
  /** Districts have revenue of their own; neighbourhoods have none. */
  readonly hasOwnRevenue: boolean;
}

type UnitFigure = Exclude<FieldName<"unit">, "code" | "title" | "position">;

export function makeUnitColumns(choice: ColumnChoice): RowColumn<UnitRow>[] {
  const { t, language, hasOwnRevenue } = choice;
  return [
    { ...nameColumn(choice, "code", 86), isPinned: true },
    { ...nameColumn(choice, "title", 90), isWide: true },
    {
      ...figureColumn(choice, "population", 84),
      isProblem: ({ row }) => row.population === 0,
    },
    figureColumn(choice, "needIndex", 68),
    ...(hasOwnRevenue ? [figureColumn(choice, "ownRevenuePerHeadWon", 104)] : []),
    figureColumn(choice, "floorWon", 96),
    figureColumn(choice, "runningCostWon", 108),
    amountColumn(
      t("decentralised.column.allocated"),
      "allocated",
      148,
      ({ allocatedWon }) => allocatedWon,
      (won) => formatInUnit(won, "thousand", language),
      (won) => formatExactMoney(won, language),
    ),
    amountColumn(
      t("decentralised.column.perHead"),
      "perHead",
      132,
      ({ perHeadWon }) => perHeadWon,
      (won) => formatNumber(won, language),
      (won) => formatExactMoney(Math.round(won), language),
    ),
  ];
}

const nameColumn = (
  { t, plan }: ColumnChoice,
  field: "code" | "title",
  width: number,
): RowColumn<UnitRow> => ({
  id: field,
  title: t(`decentralised.column.${field}`),
  width,
  align: "left",
  value: ({ row }) => row[field],
  text: ({ row }) => row[field],
  note: ({ row }) => row[field],
  edit: {
    toText: ({ row }) => row[field],
    read: ({ id }, text) => {
      const name = text.trim();
      if (name === "") return err({ type: "refused", reason: t("refused.emptyName") });
      const isTaken = field === "code" && plan.unit.some((other) => other.id !== id && other.code === name);
      return isTaken
        ? err({ type: "refused", reason: t("decentralised.codeTaken", { code: name }) })
        : ok({ entity: "unit", rowId: id, cells: { [field]: name } });
    },
  },
});

function figureColumn(
  { t, language, plan }: ColumnChoice,
  name: UnitFigure,
  width: number,
): RowColumn<UnitRow> {
  const field = fieldOf("unit", name);
  return {
    id: name,
    title: t(`decentralised.column.${name}`),
    hint: t(`decentralised.columnHint.${name}`),
    width,
    align: "right",
    isSummed: name === "population" || name === "floorWon" || name === "runningCostWon",
    value: ({ row }) => row[name],
    text: ({ row }) => showFigure(field, row[name], language, "thousand"),
    isIllustrative: ({ id }) => isIllustrative(plan.evidence, "unit", id, name),
    note: ({ id, row }) =>
      [
        name === "population" && row.population === 0 ? t("decentralised.noPeople") : "",
        describeSource(evidenceOf(plan.evidence, "unit", id, name), t("figure.illustrative")),
      ]
        .filter((part) => part !== "")
        .join("\n") || undefined,
    edit: {
      toText: ({ row }) => editableFigure(field, row[name], "thousand"),
      read: ({ id }, text) => {
        const checked = checkFigure(field, text.trim() === "" ? "0" : text, t, "thousand");
        return checked.ok ? ok({ entity: "unit", rowId: id, cells: { [name]: checked.value } }) : checked;
      },
    },
  };
}

function amountColumn(
  title: string,
  id: string,
  width: number,
  read: (amount: UnitAmount) => number | null,
  show: (value: number) => string,
  showExactly: (value: number) => string,
): RowColumn<UnitRow> {
  const of = (amount: UnitAmount | undefined) => (amount === undefined ? null : read(amount));
  const textOf = (value: number | null) => (value === null ? "–" : show(value));
  return {
    id,
    title,
    width,
    align: "right",
    isSummed: id === "allocated",
    value: ({ scenario, base }) => of(scenario ?? base),
    text: ({ scenario, base }) => textOf(of(scenario ?? base)),
    baseText: ({ base, scenario }) => {
      if (base === undefined || scenario === undefined) return null;
      const from = textOf(of(base));
      return from === textOf(of(scenario)) ? null : from;
    },
    note: ({ scenario, base }) => {
      const value = of(scenario ?? base);
      return value === null ? undefined : showExactly(value);
    },
  };
}
