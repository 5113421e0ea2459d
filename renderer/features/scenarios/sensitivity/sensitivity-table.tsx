import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { SensitivityMethodName } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import table from "../../../ui/figure-table.module.css";
import { nameFactor, showFactorValue } from "./name-factor";
import type { SensitivityBar } from "./sensitivity-bars";

const COLUMNS: Readonly<Record<SensitivityMethodName, readonly string[]>> = {
  tornado: ["atLow", "atHigh", "swing"],
  morris: ["meanSize", "mean", "spread"],
  sobol: ["first", "firstError", "total", "totalError"],
};

interface SensitivityTableProps {
  readonly bars: readonly SensitivityBar[];
  readonly method: SensitivityMethodName;
  readonly levers: readonly Lever[];
  readonly show: (value: number | null) => string;
}

/** The figures behind the bars, with the range in which each factor moves. */
export function SensitivityTable({ bars, method, levers, show }: SensitivityTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t("engine.sensitivity.factor")}</th>
          <th scope="col" className={table.number}>
            {t("engine.sensitivity.range")}
          </th>
          {COLUMNS[method].map((column) => (
            <th key={column} scope="col" className={table.number}>
              {t(`engine.sensitivity.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ factor, figures }) => (
          <tr key={factor.name}>
            <th scope="row">{nameFactor(factor, levers, t)}</th>
            <td className={table.base}>
              {showFactorValue(factor, factor.low, levers, { t, language })} –{" "}
              {showFactorValue(factor, factor.high, levers, { t, language })}
            </td>
            {COLUMNS[method].map((column, at) => (
              <td key={column} className={table.number}>
                {show(figures[at] ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
