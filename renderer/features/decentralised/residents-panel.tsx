import { useTranslation } from "react-i18next";
import type { ResidentYear } from "../../../core/scenario/evaluate-residents";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { wonPerUnit } from "../../ui/money-unit";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import { listFigureLimits } from "../scenarios/describe-limit";
import { listProjectInputs } from "../scenarios/figure-inputs";
import type { RowNames } from "../scenarios/row-names";
import classes from "./residents-panel.module.css";

interface ResidentsPanelProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly names: RowNames;
  readonly unspentRule: "carry" | "lapse";
}

type FigureKind = "money" | "projects" | "posts";

interface Line {
  readonly name: string;
  readonly kind: FigureKind;
  readonly read: (year: ResidentYear) => number | null;
}

const groups: readonly { readonly name: string; readonly lines: readonly Line[] }[] = [
  {
    name: "money",
    lines: [
      { name: "decided", kind: "money", read: ({ decidedWon }) => decidedWon },
      { name: "carriedIn", kind: "money", read: ({ carriedInWon }) => carriedInWon },
      { name: "runningCost", kind: "money", read: ({ runningCostWon }) => runningCostWon },
      { name: "executed", kind: "money", read: ({ executedWon }) => executedWon },
      { name: "unspent", kind: "money", read: ({ unspentWon }) => unspentWon },
    ],
  },
  {
    name: "projects",
    lines: [
      { name: "byMoney", kind: "projects", read: ({ projectsByMoney }) => projectsByMoney },
      { name: "byStaff", kind: "projects", read: ({ projectsByStaff }) => projectsByStaff },
      {
        name: "byDeliberation",
        kind: "projects",
        read: ({ projectsByDeliberation }) => projectsByDeliberation,
      },
      { name: "byAbsorption", kind: "projects", read: ({ projectsByAbsorption }) => projectsByAbsorption },
      { name: "carriedOut", kind: "projects", read: ({ projects }) => projects },
    ],
  },
  {
    name: "staff",
    lines: [
      { name: "capacity", kind: "posts", read: ({ staffCapacityFte }) => staffCapacityFte },
      { name: "central", kind: "posts", read: ({ centralStaffFte }) => centralStaffFte },
      { name: "committees", kind: "posts", read: ({ committeeStaffFte }) => committeeStaffFte },
      { name: "residents", kind: "posts", read: ({ residentStaffFte }) => residentStaffFte },
    ],
  },
];

/** Which line of the projects a limit stands in. */
const limitOf: Readonly<Record<string, ResidentYear["limit"]>> = {
  byMoney: "money",
  byStaff: "staff",
  byDeliberation: "deliberation",
  byAbsorption: "absorption",
};

/** What is left unspent is often too little to show in hundreds of millions. */
const UNIT = "million";

/** Residents' projects year by year: what each limit would allow, which one binds, and what becomes of the money. */
export function ResidentsPanel({ base, scenario, names, unspentRule }: ResidentsPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (value: number | null | undefined, kind: FigureKind) => {
    if (value === null || value === undefined || !Number.isFinite(value)) return "–";
    if (kind === "money") return formatNumber(value / wonPerUnit[UNIT], language, 1);
    return formatNumber(value, language, kind === "posts" ? 2 : 1);
  };
  const lineName = (name: string) =>
    name === "unspent"
      ? t(`decentralised.residents.unspent.${unspentRule}`)
      : t(`decentralised.residents.${name}`);
  return (
    <Panel
      title={t("decentralised.residentsTitle")}
      subtitle={t("decentralised.residentsSubtitle", { unit: t(`moneyUnit.${UNIT}`) })}
      action={
        <FigureHelp
          name={t("decentralised.residentsTitle")}
          meaning={t("decentralised.residentsMeaning")}
          model="B7"
          inputs={() => listProjectInputs(scenario, t, language)}
          limits={() => listFigureLimits({ model: "B7" }, scenario, { names, t, language })}
        />
      }
    >
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{t("decentralised.figure")}</th>
            {scenario.years.map((year) => (
              <th key={year} scope="col" className={table.number}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            <tr>
              <th scope="rowgroup" colSpan={scenario.years.length + 1} className={classes.group}>
                {t(`decentralised.residentGroup.${group.name}`)}
              </th>
            </tr>
            {group.lines.map(({ name, kind, read }) => (
              <tr key={name}>
                <th scope="row">{lineName(name)}</th>
                {scenario.residents.map((year, index) => {
                  const before = base.residents[index];
                  const text = show(read(year), kind);
                  const baseText = before === undefined ? text : show(read(before), kind);
                  const binds = year.limit !== "none" && limitOf[name] === year.limit;
                  return (
                    <td key={scenario.years[index]} className={table.number} data-binds={binds || undefined}>
                      {binds && (
                        <>
                          <span aria-hidden>▲ </span>
                          <span className="visually-hidden">{t("decentralised.binds")} </span>
                        </>
                      )}
                      {baseText !== text && <span className={classes.before}>{baseText} → </span>}
                      <span className={baseText === text ? "" : classes.changed}>{text}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
            {group.name === "projects" && (
              <tr>
                <th scope="row">{t("decentralised.bindingLimit")}</th>
                {scenario.residents.map(({ limit }, index) => (
                  <td key={scenario.years[index]} className={table.number}>
                    <span className={classes.limit} data-limit={limit}>
                      {t(`decentralised.limit.${limit}`)}
                    </span>
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <p className={classes.note}>{t(`decentralised.unspentNote.${unspentRule}`)}</p>
    </Panel>
  );
}
