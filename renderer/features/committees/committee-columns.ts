import type { TFunction } from "i18next";
import type { RowEdit } from "../../../core/plan/command";
import type { FieldName } from "../../../core/plan/entities";
import { err, ok, type Result } from "../../../core/result";
import type { Language } from "../../i18n/language";
import { evidenceOf, isIllustrative } from "../../session/evidence";
import { checkFigure, editableFigure, fieldOf, showFigure } from "../../ui/check-figure";
import { describeSource } from "../../ui/figure-box";
import { formatInUnit } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import type { CellRefusal, RowColumn } from "../../ui/grid/row-column";
import { formatNumber } from "../../ui/number-format";
import type { CommitteeFigure } from "./committee-commands";
import type { CommitteePlan, CommitteeRow, CommitteeState } from "./committee-plan";

interface ColumnChoice {
  readonly t: TFunction;
  readonly language: Language;
  readonly plan: CommitteePlan;
  readonly problemsOf: (committeeId: string) => readonly string[];
}

/** The columns of the list: who sits, how often they meet, and what it costs under the active scenario. */
export function makeCommitteeColumns(choice: ColumnChoice): RowColumn<CommitteeRow>[] {
  const { t, language, problemsOf } = choice;
  const moneyUnit = language === "ko" ? "thousand" : "million";
  const showMoney = (won: number) =>
    language === "ko" ? formatInUnit(won, "thousand", language) : formatNumber(won / 1e6, language, 1);
  return [
    {
      ...textColumn(choice, "code", 92),
      isPinned: true,
    },
    {
      ...textColumn(choice, "title", 190),
      isWide: true,
      isProblem: ({ id }) => problemsOf(id).length > 0,
      note: ({ id, row }) => [row.title, ...problemsOf(id)].join("\n"),
    },
    {
      id: "kind",
      title: t("committees.kindColumn"),
      width: 104,
      align: "left",
      value: ({ row }) => t(`committees.kind.${row.kind}`),
      text: ({ row }) => t(`committees.kind.${row.kind}`),
    },
    figureColumn(choice, "seats", 86, ({ outcome }) => outcome.seats),
    figureColumn(choice, "officials", 78, ({ outcome }) => outcome.officials),
    figureColumn(choice, "subcommittees", 84, ({ compiled }) => compiled.subcommittees),
    figureColumn(choice, "termYears", 70),
    {
      ...outcomeColumn(t("committees.quorumColumn"), "quorumRatio", 148, (ratio) =>
        formatRatio(ratio, language),
      ),
      hint: t("indicator.quorumRatio.meaning"),
    },
    {
      ...outcomeColumn(
        t("committees.costColumn", { unit: t(`moneyUnit.${moneyUnit}`) }),
        "costWonPerYear",
        158,
        showMoney,
      ),
      hint: t("committees.costMeaning"),
    },
  ];
}

const textColumn = (
  { t, plan }: ColumnChoice,
  field: "code" | "title",
  width: number,
): RowColumn<CommitteeRow> => ({
  id: field,
  title: t(`committees.column.${field}`),
  width,
  align: "left",
  value: ({ row }) => row[field],
  text: ({ row }) => row[field],
  edit: {
    toText: ({ row }) => row[field],
    read: ({ id }, text) => {
      const others = plan.committee.filter((other) => other.id !== id).map((other) => other.code);
      return readName(t, {
        entity: "committee",
        rowId: id,
        field,
        text,
        taken: field === "code" ? others : [],
      });
    },
  },
});

/** A name that may not be empty; a code that no other row may have. */
export function readName(
  t: TFunction,
  cell: {
    readonly entity: "committee" | "residentGroup" | "unit";
    readonly rowId: string;
    readonly field: "code" | "title";
    readonly text: string;
    readonly taken: readonly string[];
  },
): Result<RowEdit, CellRefusal> {
  const name = cell.text.trim();
  if (name === "") return err({ type: "refused", reason: t("refused.emptyName") });
  if (cell.taken.includes(name))
    return err({ type: "refused", reason: t("committees.codeTaken", { code: name }) });
  return ok({ entity: cell.entity, rowId: cell.rowId, cells: { [cell.field]: name } });
}

function figureColumn(
  { t, language, plan }: ColumnChoice,
  name: CommitteeFigure & FieldName<"committee">,
  width: number,
  effective?: (state: CommitteeState) => number,
): RowColumn<CommitteeRow> {
  const field = fieldOf("committee", name);
  const show = (value: number) => showFigure(field, value, language, "thousand");
  const scenarioValue = ({ base, scenario }: CommitteeRow) => {
    if (effective === undefined || base === undefined || scenario === undefined) return null;
    const value = effective(scenario);
    return value === effective(base) ? null : value;
  };
  return {
    id: name,
    title: t(`committees.column.${name}`),
    width,
    align: "right",
    value: (row) => scenarioValue(row) ?? row.row[name],
    text: (row) => show(scenarioValue(row) ?? row.row[name]),
    baseText: (row) => (scenarioValue(row) === null ? null : show(row.row[name])),
    isIllustrative: ({ id }) => isIllustrative(plan.evidence, "committee", id, name),
    note: ({ id }) =>
      describeSource(evidenceOf(plan.evidence, "committee", id, name), t("figure.illustrative")) || undefined,
    edit: {
      toText: ({ row }) => editableFigure(field, row[name], "thousand"),
      read: ({ id, row }, text) => {
        const checked = checkFigure(field, text, t, "thousand");
        if (!checked.ok) return checked;
        const next = { ...row, [name]: checked.value };
        if (next.seats < next.officials) {
          const reason = t("refused.seatsBelowOfficials", { seats: next.seats, officials: next.officials });
          return err({ type: "refused", reason });
        }
        return ok({ entity: "committee", rowId: id, cells: { [name]: checked.value } });
      },
    },
  };
}

function outcomeColumn(
  title: string,
  name: "quorumRatio" | "costWonPerYear",
  width: number,
  show: (value: number) => string,
): RowColumn<CommitteeRow> {
  const of = ({ scenario, base }: CommitteeRow) => (scenario ?? base)?.outcome[name] ?? null;
  return {
    id: name,
    title,
    width,
    align: "right",
    value: of,
    text: (row) => {
      const value = of(row);
      return value === null ? "–" : show(value);
    },
    baseText: ({ base, scenario }) => {
      if (base === undefined || scenario === undefined) return null;
      const [from, to] = [show(base.outcome[name]), show(scenario.outcome[name])];
      return from === to ? null : from;
    },
  };
}
