import type { TFunction } from "i18next";
import type { ResourceLoadYear } from "../../../core/scenario/resource-load";
import type { Language } from "../../i18n/language";
import type { TotalRow } from "../../ui/grid/row-column";
import { showAmount } from "./resource-columns";

/** The lines under the matrix: who uses the resource, what there is, what is left. */
export function listLoadTotals(
  load: readonly ResourceLoadYear[],
  isSecretariat: boolean,
  t: TFunction,
  language: Language,
): TotalRow[] {
  const line = (id: string, read: (year: ResourceLoadYear) => string): TotalRow => ({
    id,
    texts: {
      task: t(`resources.load.${id}`),
      ...Object.fromEntries(load.map((year) => [`year-${year.year}`, read(year)])),
    },
  });
  const amount = (value: number) => showAmount(value, language);
  return [
    line("tasks", ({ tasksAmount }) => amount(tasksAmount)),
    ...(isSecretariat
      ? [
          line("councils", ({ committeesAmount }) => amount(committeesAmount)),
          line("residents", ({ residentsAmount }) => amount(residentsAmount)),
        ]
      : []),
    line("capacity", ({ capacity }) => (capacity === null ? "–" : amount(capacity))),
    line("left", ({ freeAmount, overAmount }) =>
      overAmount > 0 ? `▲ −${amount(overAmount)}` : freeAmount === null ? "–" : amount(freeAmount),
    ),
  ];
}
