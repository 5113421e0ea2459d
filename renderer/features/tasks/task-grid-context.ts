import type { TFunction } from "i18next";
import type { Language } from "../../i18n/language";
import type { MoneyUnit } from "../../ui/money-unit";

/** What the cells of the tasks grid need beside their row. */
export interface TaskGridContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly unit: MoneyUnit;
  readonly isReadOnly: boolean;
  toggleTask(taskId: string): void;
  addLine(taskId: string, year: number, sourceId: string, channelId: string): Promise<boolean>;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
}
