import { useTranslation } from "react-i18next";
import type { ResourceLoadYear } from "../../../core/scenario/resource-load";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import { showAmount } from "./resource-columns";
import type { ResourceState } from "./resource-plan";
import classes from "./resources-screen.module.css";

interface OverloadPanelProps {
  readonly resources: readonly ResourceState[];
  readonly nameTask: (taskId: string) => string;
}

/** Where more is asked for than there is, in words, and who waits for it. */
export function OverloadPanel({ resources, nameTask }: OverloadPanelProps) {
  const { t } = useTranslation();
  const tight = resources.flatMap((state) =>
    state.scenario.filter(isShort).map((year) => ({ state, year, isNew: !isShortIn(state.base, year.year) })),
  );
  return (
    <Panel
      title={
        <>
          {t("resources.overloadTitle")}{" "}
          <FigureHelp
            name={t("resources.overloadTitle")}
            meaning={t("resources.overloadMeaning")}
            model="B7"
          />
        </>
      }
      subtitle={t("resources.overloadSubtitle")}
    >
      {tight.length === 0 ? (
        <p className={classes.fits}>{t("resources.noOverload")}</p>
      ) : (
        <ul className={classes.overloads}>
          {tight.map(({ state, year, isNew }) => (
            <Overload
              key={`${state.id} ${year.year}`}
              state={state}
              year={year}
              isNew={isNew}
              nameTask={nameTask}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const isShort = ({ overAmount, waitingTaskIds, waitingProjects }: ResourceLoadYear) =>
  overAmount > 0 || waitingTaskIds.length > 0 || waitingProjects >= 0.05;

const isShortIn = (load: readonly ResourceLoadYear[], fiscalYear: number) =>
  load.some((entry) => entry.year === fiscalYear && isShort(entry));

interface OverloadProps {
  readonly state: ResourceState;
  readonly year: ResourceLoadYear;
  readonly isNew: boolean;
  readonly nameTask: (taskId: string) => string;
}

function Overload({ state, year, isNew, nameTask }: OverloadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { overAmount, capacity, plannedAmount, committeesAmount, waitingTaskIds, waitingProjects } = year;
  return (
    <li>
      <p className={classes.overloadHead}>
        <span aria-hidden>▲ </span>
        {t("resources.overloadHead", { resource: state.row.title, year: year.year })}
        {isNew && <span className={classes.isNew}>{t("resources.onlyInScenario")}</span>}
      </p>
      {overAmount > 0 && (
        <p>
          {t("resources.overloadSentence", {
            need: showAmount(plannedAmount + committeesAmount, language),
            capacity: showAmount(capacity ?? 0, language),
            over: showAmount(overAmount, language),
            unit: t(`resources.unit.${state.row.kind}`),
          })}
        </p>
      )}
      {waitingTaskIds.length > 0 && (
        <p>
          {t("resources.waitingTasks", {
            count: waitingTaskIds.length,
            tasks: waitingTaskIds.map(nameTask).join(", "),
          })}
        </p>
      )}
      {waitingProjects >= 0.05 && (
        <p>{t("resources.waitingProjects", { projects: formatNumber(waitingProjects, language, 1) })}</p>
      )}
    </li>
  );
}
