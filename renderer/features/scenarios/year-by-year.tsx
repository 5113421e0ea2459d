import { useTranslation } from "react-i18next";
import type { Outcome } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { directionOf } from "../../ui/format-difference";
import { wonPerUnit } from "../../ui/money-unit";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import { listFigureLimits } from "./describe-limit";
import { listProjectInputs } from "./figure-inputs";
import { limitingRow, listYearRows, type YearRow } from "./list-year-rows";
import type { RowNames } from "./row-names";
import classes from "./year-by-year.module.css";

interface YearByYearProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly names: RowNames;
}

/** Residents' projects year by year, with what each limit would allow; the one that binds is marked. */
export function YearByYear({ base, scenario, names }: YearByYearProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const subjectOf = (row: YearRow) =>
    row.name === "seats" ? names.committee(row.subjectId) : names.source(row.subjectId);
  return (
    <Panel
      title={t("scenarios.byYear.title")}
      subtitle={t("scenarios.byYear.subtitle", { unit: t("moneyUnit.million") })}
      action={
        <FigureHelp
          name={t("scenarios.byYear.title")}
          meaning={t("scenarios.byYear.meaning")}
          model="B7"
          inputs={() => listProjectInputs(scenario, t, language)}
          limits={() => listFigureLimits({ model: "B7" }, scenario, { names, t, language })}
        />
      }
    >
      <table className={`${table.table} ${classes.years}`}>
        <thead>
          <tr>
            <th scope="col">{t("scenarios.figure")}</th>
            {scenario.years.map((year) => (
              <th key={year} scope="col" className={table.number}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listYearRows(base, scenario).map((row) => (
            <tr key={row.name + row.subjectId} data-total={row.name === "projects" || undefined}>
              <th scope="row">{t(`scenarios.byYear.${row.name}`, { subject: subjectOf(row) })}</th>
              {scenario.years.map((year, index) => (
                <td key={year} className={table.number}>
                  <Figure
                    row={row}
                    index={index}
                    binds={limitingRow(scenario.residents[index]?.limit ?? "none") === row.name}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface FigureProps {
  readonly row: YearRow;
  readonly index: number;
  readonly binds: boolean;
}

function Figure({ row, index, binds }: FigureProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const value = row.values[index] ?? null;
  const base = row.baseValues[index] ?? null;
  const differs = value !== null && base !== null && directionOf(value - base, row.unit) !== "same";
  const baseText = t("figure.base", { value: formatYearFigure(base, row, language) });
  return (
    <span
      className={classes.figure}
      data-binds={binds || undefined}
      data-differs={differs || undefined}
      title={differs ? baseText : undefined}
    >
      {formatYearFigure(value, row, language)}
      {binds && <span className="visually-hidden"> {t("scenarios.byYear.binds")}</span>}
      {differs && <span className="visually-hidden"> {baseText}</span>}
    </span>
  );
}

/** The number alone: money in millions, as the panel's heading says. */
function formatYearFigure(value: number | null, { unit }: YearRow, language: Language): string {
  if (value === null) return "–";
  return formatNumber(unit === "won" ? value / wonPerUnit.million : value, language, 1);
}
