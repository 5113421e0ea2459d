import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { YearBars, type YearPart } from "../../ui/charts/year-bars";
import { usedOf } from "./load-panel";
import { showAmount } from "./resource-columns";
import type { ResourceState } from "./resource-plan";

/** Who uses a resource, year by year, what waits on top of it, and its capacity. */
export default function LoadChart({ state }: { readonly state: ResourceState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scenario, base } = state;
  const part = (key: string, fill: string, values: readonly number[]): YearPart => ({
    key,
    fill,
    values,
    name: t(`resources.load.${key}`),
  });
  const tasks = part(
    "tasks",
    "var(--series-1)",
    scenario.map(({ tasksAmount }) => tasksAmount),
  );
  const waiting = part(
    "waiting",
    "waiting",
    scenario.map(({ waitingAmount }) => waitingAmount),
  );
  const councils = part(
    "councils",
    "var(--series-2)",
    scenario.map(({ committeesAmount }) => committeesAmount),
  );
  const residents = part(
    "residents",
    "var(--series-3)",
    scenario.map(({ residentsAmount }) => residentsAmount),
  );
  const used = state.isSecretariat ? [councils, tasks, residents] : [tasks];
  const show = (amount: number) => showAmount(amount, language);
  const showOrNone = (amount: number | null) => (amount === null ? "–" : show(amount));
  const says = scenario
    .map((year) => `${year.year}: ${showOrNone(usedOf(year))} / ${showOrNone(year.capacity)}`)
    .join("; ");
  const differs = scenario.some((year, index) => usedOf(year) !== usedOf(base[index]));
  return (
    <YearBars
      label={`${t("resources.loadTitle", { resource: state.row.title })}: ${says}`}
      years={scenario.map(({ year }) => year)}
      parts={waiting.values.some((amount) => amount > 0) ? [...used, waiting] : used}
      limit={{ name: t("resources.load.capacity"), values: scenario.map(({ capacity }) => capacity) }}
      base={
        differs
          ? {
              name: t("resources.load.base"),
              values: scenario.map((_, index) => usedOf(base[index])),
            }
          : null
      }
      format={show}
      perUnit={1}
      height={220}
    />
  );
}
