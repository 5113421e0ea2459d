import type { TFunction } from "i18next";
import type { Estimate } from "../../../core/budget/summarise-budget";
import type { Row } from "../../../core/plan/entities";
import type { Language } from "../../i18n/language";
import type { Evidence } from "../../session/evidence";
import type { MoneyUnit } from "../../ui/money-unit";

/** What the cells of the budget need beside their row. */
export interface BudgetContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly unit: MoneyUnit;
  readonly estimate: Estimate;
  readonly years: readonly number[];
  readonly isReadOnly: boolean;
  readonly evidence: Evidence;
  /** The cost lines of amounts that have any, by the amount's id. */
  readonly costLines: ReadonlyMap<string, readonly Row<"costLine">[]>;
  /** The outcomes belong to an earlier revision or to earlier levers. */
  readonly isPending: () => boolean;
  /** Why a task is not funded as planned, in words. */
  readonly describeStatus: (taskId: string) => string | undefined;
  readonly toggle: (rowId: string) => void;
}
