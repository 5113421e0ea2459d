import type { TFunction } from "i18next";
import type { Language } from "../../i18n/language";
import type { MoneyUnit } from "../../ui/money-unit";
import type { AskedLine } from "./task-grid-rows";

/** What the cells of the tasks grid need beside their row. */
export interface TaskGridContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly unit: MoneyUnit;
  readonly isReadOnly: boolean;
  toggleTask(taskId: string): void;
  /** Opens, or with null closes, the form for the line that an amount was typed for. */
  askForLine(asked: AskedLine | null): void;
  /** Adds a line and leads to its cell of that year. */
  addLine(taskId: string, year: number, sourceId: string, channelId: string): Promise<boolean>;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
}
