import type { TFunction } from "i18next";
import type { CommitteeOutcome, IndicatorDefinition, Outcome } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import type { FigureInput } from "../../ui/figure-help";
import { formatMoney } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";

interface InputContext {
  readonly outcome: Outcome;
  /** Attendance of the council's citizens; null without a council. */
  readonly attendanceRatio: number | null;
  readonly t: TFunction;
  readonly language: Language;
}

const EXAMPLE_GROUP_SHARE = 0.05;

/** What went into a figure, for the "?" beside it. */
export function listFigureInputs(
  { key, model }: IndicatorDefinition,
  { outcome, attendanceRatio, t, language }: InputContext,
): FigureInput[] {
  const { input, count, money } = makeInputs(t, language);
  const [council] = outcome.committees;
  const attendance =
    attendanceRatio === null ? [] : [input("attendance", formatRatio(attendanceRatio, language))];
  if (model === "B4" || model === "B5") return listMoneyInputs(outcome, key, money);
  if (model === "B3" || model === "B7") return listResidentInputs(outcome, money, count);
  if (council === undefined) return [];
  switch (model) {
    case "A1":
      return [
        count("seats", council.seats),
        input("groupShare", formatRatio(EXAMPLE_GROUP_SHARE, language)),
        ...(key === "presenceAtMeetingRatio" ? attendance : []),
      ];
    case "A7":
      return [money("costPerYear", council.costWonPerYear), count("years", outcome.years.length)];
    default:
      return [
        count("citizens", council.citizens),
        count("officials", council.officials),
        count("quorum", council.quorum),
        ...(key === "quorumRatio" || key === "officialsPivotalRatio" ? attendance : []),
      ];
  }
}

function makeInputs(t: TFunction, language: Language) {
  const input = (name: string, value: string): FigureInput => ({ label: t(`figureInput.${name}`), value });
  return {
    input,
    count: (name: string, value: number) => input(name, formatNumber(value, language, 1)),
    money: (name: string, won: number) => input(name, formatMoney(won, language)),
  };
}

/** What went into the figures of residents' projects. */
export function listProjectInputs(outcome: Outcome, t: TFunction, language: Language): FigureInput[] {
  const { money, count } = makeInputs(t, language);
  return listResidentInputs(outcome, money, count);
}

/** What went into the figures of central tasks' money. */
export const listCentralInputs = (outcome: Outcome, t: TFunction, language: Language): FigureInput[] =>
  listMoneyInputs(outcome, "costToCeilingRatio", makeInputs(t, language).money);

function listResidentInputs(
  { residents, indicators }: Outcome,
  money: (name: string, won: number) => FigureInput,
  count: (name: string, value: number) => FigureInput,
): FigureInput[] {
  const sum = (read: (year: (typeof residents)[number]) => number) =>
    residents.reduce((total, year) => total + read(year), 0);
  return [
    money(
      "decided",
      sum((year) => year.decidedWon),
    ),
    money(
      "executed",
      sum((year) => year.executedWon),
    ),
    ...(indicators.unspentWon === null ? [] : [money("unspent", indicators.unspentWon)]),
    ...(indicators.residentProjects === null ? [] : [count("projects", indicators.residentProjects)]),
  ];
}

function listMoneyInputs(
  outcome: Outcome,
  key: IndicatorDefinition["key"],
  money: (name: string, won: number) => FigureInput,
): FigureInput[] {
  const cells = outcome.byYear.flatMap(({ sources }) => sources);
  const sum = (read: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((total, cell) => total + read(cell), 0);
  const ceilings = money(
    "ceilings",
    sum((cell) => cell.ceilingWon),
  );
  const decided = money(
    "decided",
    sum((cell) => cell.residentsWon),
  );
  if (key === "residentShareDecidedRatio" || key === "residentDecidedWon") return [decided, ceilings];
  return [
    money(
      "planned",
      sum((cell) => cell.plannedWon),
    ),
    money(
      "committees",
      sum((cell) => cell.committeesWon),
    ),
    money(
      "displaced",
      sum((cell) => cell.displacedWon),
    ),
    ceilings,
  ];
}

/** What went into the chance that a group is at a meeting. */
export const listPresenceInputs = (
  council: CommitteeOutcome,
  attendanceRatio: number | null,
  t: TFunction,
  language: Language,
): FigureInput[] => [
  { label: t("figureInput.seats"), value: formatNumber(council.seats, language) },
  ...(attendanceRatio === null
    ? []
    : [{ label: t("figureInput.attendance"), value: formatRatio(attendanceRatio, language) }]),
];
