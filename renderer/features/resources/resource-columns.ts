import type { TFunction } from "i18next";
import type { Row } from "../../../core/plan/entities";
import { capacityId, needId } from "../../../core/plan/row-id";
import { err, ok } from "../../../core/result";
import type { Language } from "../../i18n/language";
import { evidenceOf, isIllustrative } from "../../session/evidence";
import { checkFigure, fieldOf } from "../../ui/check-figure";
import { describeSource } from "../../ui/figure-box";
import type { RowColumn } from "../../ui/grid/row-column";
import { formatNumber } from "../../ui/number-format";
import { type NeedRow, type ResourcePlan, type ResourceState, resourceKinds } from "./resource-plan";

interface ColumnChoice {
  readonly t: TFunction;
  readonly language: Language;
  readonly plan: ResourcePlan;
}

const YEAR_WIDTH = 64;
/** Room for what is missing, with its sign and as bold as sums are: "▲ −0.45". */
const NEED_YEAR_WIDTH = 86;
const AMOUNT_DECIMALS = 2;

export const showAmount = (amount: number, language: Language): string =>
  formatNumber(amount, language, AMOUNT_DECIMALS);

/** Resources with their capacity by year. */
export function makeResourceColumns(choice: ColumnChoice): RowColumn<ResourceState>[] {
  const { t } = choice;
  return [
    {
      id: "title",
      title: t("resources.column.title"),
      width: 130,
      isWide: true,
      isPinned: true,
      align: "left",
      value: ({ row }) => row.title,
      text: ({ row }) => row.title,
      note: ({ row, isSecretariat }) =>
        isSecretariat ? `${row.title}\n${t("resources.isSecretariat")}` : row.title,
      edit: {
        toText: ({ row }) => row.title,
        read: ({ id }, text) =>
          text.trim() === ""
            ? err({ type: "refused", reason: t("refused.emptyName") })
            : ok({ entity: "resource", rowId: id, cells: { title: text.trim() } }),
      },
    },
    {
      id: "kind",
      title: t("resources.column.kind"),
      width: 106,
      align: "left",
      value: ({ row }) => t(`resources.kind.${row.kind}`),
      text: ({ row }) => t(`resources.kind.${row.kind}`),
      note: () => t("resources.kindHint", { choices: listKinds(t) }),
      edit: {
        toText: ({ row }) => t(`resources.kind.${row.kind}`),
        read: ({ id }, text) => {
          const wanted = text.trim().toLocaleLowerCase();
          const kind = resourceKinds.find(
            (candidate) => t(`resources.kind.${candidate}`).toLocaleLowerCase() === wanted,
          );
          return kind === undefined
            ? err({ type: "refused", reason: t("resources.notAKind", { choices: listKinds(t) }) })
            : ok({ entity: "resource", rowId: id, cells: { kind } });
        },
      },
    },
    {
      id: "unit",
      title: t("resources.column.unit"),
      width: 72,
      align: "left",
      value: ({ row }) => t(`resources.unit.${row.kind}`),
      text: ({ row }) => t(`resources.unit.${row.kind}`),
    },
    ...choice.plan.years.map((year) => capacityColumn(choice, year)),
  ];
}

const listKinds = (t: TFunction) => resourceKinds.map((kind) => t(`resources.kind.${kind}`)).join(", ");

function capacityColumn({ t, language, plan }: ColumnChoice, year: number): RowColumn<ResourceState> {
  const field = fieldOf("resourceCapacity", "capacity");
  const own = ({ capacityByYear }: ResourceState) => capacityByYear.get(year)?.capacity;
  const loadOf = (load: ResourceState["scenario"]) => load.find((entry) => entry.year === year);
  const effective = (state: ResourceState) => loadOf(state.scenario)?.capacity ?? null;
  const isOver = (state: ResourceState) => (loadOf(state.scenario)?.overAmount ?? 0) > 0;
  return {
    id: `year-${year}`,
    title: String(year),
    hint: t("resources.capacityHint"),
    width: YEAR_WIDTH,
    align: "right",
    isSummed: true,
    value: (state) => own(state) ?? null,
    text: (state) => {
      const shown = differs(state) ? effective(state) : own(state);
      return shown === undefined || shown === null ? "–" : showAmount(shown, language);
    },
    baseText: (state) => {
      const capacity = own(state);
      return differs(state) && capacity !== undefined ? showAmount(capacity, language) : null;
    },
    isIllustrative: ({ id }) =>
      isIllustrative(plan.evidence, "resourceCapacity", capacityId(id, year), "capacity"),
    isProblem: isOver,
    note: (state) => {
      const load = loadOf(state.scenario);
      const source = evidenceOf(plan.evidence, "resourceCapacity", capacityId(state.id, year), "capacity");
      const lines = [
        own(state) === undefined ? t("resources.noCapacity") : "",
        load !== undefined && load.overAmount > 0
          ? `▲ ${t("resources.overBy", { amount: showAmount(load.overAmount, language) })}`
          : "",
        describeSource(source, t("figure.illustrative")),
      ];
      return lines.filter((line) => line !== "").join("\n") || undefined;
    },
    edit: {
      toText: (state) => String(own(state) ?? ""),
      read: ({ id }, text) => {
        const checked = checkFigure(field, text, t, "thousand");
        if (!checked.ok) return checked;
        const rowId = capacityId(id, year);
        return ok({ entity: "resourceCapacity", rowId, cells: { capacity: checked.value } });
      },
      clear: ({ capacityByYear }) => {
        const capacity = capacityByYear.get(year);
        return capacity === undefined ? [] : [{ entity: "resourceCapacity", rowId: capacity.id }];
      },
    },
  };

  /** The scenario changes the capacity: the plan's own stands before it in grey. */
  function differs(state: ResourceState): boolean {
    const [base, scenario] = [loadOf(state.base), loadOf(state.scenario)];
    return base !== undefined && scenario !== undefined && base.capacity !== scenario.capacity;
  }
}

/** What each task needs of a resource by year. */
export function makeNeedColumns(choice: ColumnChoice, resource: Row<"resource">): RowColumn<NeedRow>[] {
  const { t, language, plan } = choice;
  const sumOf = ({ needByYear }: NeedRow) =>
    plan.years.reduce((sum, year) => sum + (needByYear.get(year)?.amount ?? 0), 0);
  return [
    {
      id: "task",
      title: t("resources.column.task"),
      width: 170,
      isWide: true,
      isPinned: true,
      align: "left",
      value: ({ task }) => `${task.code} ${task.title}`,
      text: ({ task }) => `${task.code} ${task.title}`.trim(),
      note: ({ task, areaTitle }) => [`${task.code} ${task.title}`, areaTitle].join("\n").trim(),
    },
    ...plan.years.map((year) => needColumn(choice, resource, year)),
    {
      id: "sum",
      title: t("resources.column.sum"),
      hint: t("resources.sumHint"),
      width: 78,
      align: "right",
      value: sumOf,
      text: (row) => (sumOf(row) === 0 ? "" : showAmount(sumOf(row), language)),
    },
  ];
}

function needColumn(
  { t, language, plan }: ColumnChoice,
  resource: Row<"resource">,
  year: number,
): RowColumn<NeedRow> {
  const field = fieldOf("resourceNeed", "amount");
  const amountOf = ({ needByYear }: NeedRow) => needByYear.get(year)?.amount;
  const idOf = ({ task }: NeedRow) => needId(task.id, resource.id, year);
  return {
    id: `year-${year}`,
    title: String(year),
    hint: t("resources.needHint"),
    width: NEED_YEAR_WIDTH,
    align: "right",
    isSummed: true,
    value: (row) => amountOf(row) ?? null,
    text: (row) => {
      const amount = amountOf(row) ?? 0;
      return amount === 0 ? "" : showAmount(amount, language);
    },
    isIllustrative: (row) => isIllustrative(plan.evidence, "resourceNeed", idOf(row), "amount"),
    note: (row) =>
      describeSource(
        evidenceOf(plan.evidence, "resourceNeed", idOf(row), "amount"),
        t("figure.illustrative"),
      ) || undefined,
    edit: {
      toText: (row) => String(amountOf(row) || ""),
      read: (row, text) => {
        // An empty cell and the dash of tables: the task needs nothing.
        const isNothing = /^\s*[-–—]?\s*$/.test(text);
        const checked = checkFigure(field, isNothing ? "0" : text, t, "thousand");
        if (!checked.ok) return checked;
        return ok({ entity: "resourceNeed", rowId: idOf(row), cells: { amount: checked.value } });
      },
    },
  };
}
