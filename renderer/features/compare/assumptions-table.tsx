import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { Panel } from "../../ui/panel";
import { ColumnHeads } from "./column-head";
import classes from "./compare-table.module.css";
import { type ComparisonView, formatLeverValue, nameLever } from "./comparison-view";

interface AssumptionsTableProps {
  readonly view: ComparisonView;
  readonly onMakeFirst: (key: string) => void;
}

/** The levers that do not stand at the same value everywhere, and no others. */
export function AssumptionsTable({ view, onMakeFirst }: AssumptionsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { columns, comparison } = view;
  return (
    <Panel title={t("compare.assumptionsTitle")} subtitle={t("compare.assumptionsSubtitle")}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("compare.lever")}</th>
              <ColumnHeads columns={columns} onMakeFirst={onMakeFirst} />
            </tr>
          </thead>
          <tbody>
            {comparison.assumptions.map(({ lever, values }) => (
              <tr key={lever.path}>
                <th scope="row">{nameLever(lever, t)}</th>
                {values.map((value, index) => (
                  <td
                    key={columns[index]?.key}
                    className={`${classes.number} ${value === values[0] ? "" : classes.differs}`}
                  >
                    {formatLeverValue(lever, value, t, language)}
                  </td>
                ))}
              </tr>
            ))}
            {comparison.assumptions.length === 0 && (
              <tr>
                <td colSpan={columns.length + 1} className={classes.empty}>
                  {t("compare.sameAssumptions")}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
