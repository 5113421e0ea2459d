import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import type { TypedField } from "../../ui/check-figure";
import { FigureBox } from "../../ui/figure-box";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import classes from "./research-drawer.module.css";
import type { ResearchRow, ResearchSize } from "./research-figures";

interface ResearchSectionProps {
  readonly model: string;
  readonly sizes: readonly ResearchSize[];
  readonly rows: readonly ResearchRow[];
  readonly inputs: readonly {
    readonly name: string;
    readonly field: TypedField;
    readonly value: number;
    readonly isIllustrative: boolean;
    readonly set: (value: number) => void;
  }[];
}

/** One model of the drawer: what it assumes, and what it says for the plan's and the scenario's size. */
export function ResearchSection({ model, sizes, rows, inputs }: ResearchSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const headingId = useId();
  const name = t(`committees.researchModel.${model}.name`);
  const show = (value: number | null | undefined, unit: ResearchRow["unit"]) => {
    if (value === null || value === undefined || !Number.isFinite(value)) return "–";
    if (unit === "ratio") return formatRatio(value, language);
    if (unit === "points") return `± ${formatRatio(value, language)}`;
    return formatNumber(value, language, unit === "seats" ? 0 : 1);
  };
  return (
    <section className={classes.section} aria-labelledby={headingId}>
      <header className={classes.head}>
        <h3 id={headingId} className={classes.name}>
          {name}
        </h3>
        <FigureHelp name={name} meaning={t(`committees.researchModel.${model}.meaning`)} model={model} />
      </header>
      <p className={classes.note}>{t(`committees.researchModel.${model}.note`)}</p>
      {inputs.map((input) => (
        <FigureBox
          key={input.name}
          label={t(`committees.researchInput.${input.name}`)}
          field={input.field}
          value={input.value}
          source={
            input.isIllustrative
              ? { kind: "illustrative", note: t("committees.researchAssumption"), url: "" }
              : undefined
          }
          onCommit={async (value) => {
            input.set(Number(value));
            return null;
          }}
        />
      ))}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t("committees.researchFigure")}</th>
            {sizes.map(({ kind, seats }) => (
              <th key={kind} scope="col" className={table.number}>
                {t(`committees.mark.${kind}`, { seats: formatNumber(seats, language) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{t(`committees.researchRow.${row.name}`)}</th>
              {sizes.map(({ kind }, index) => (
                <td key={kind} className={table.number}>
                  {show(row.values[index], row.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
