import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type MethodSeats, shareOutGroups } from "../../../core/committee/seats/share-out-groups";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import type { CommitteePlan, CommitteeRow } from "./committee-plan";
import classes from "./quota-panel.module.css";

interface QuotaPanelProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
}

/** Seats that each group would get if the citizens' seats were shared out by its part of the population. */
export function QuotaPanel({ committee, plan }: QuotaPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = committee.scenario ?? committee.base;
  const citizens = state?.outcome.citizens ?? 0;
  const groups = plan.residentGroup;
  const { othersRatio, isOverlapping, methods } = useMemo(
    () =>
      shareOutGroups(
        groups.map(({ populationRatio }) => populationRatio),
        citizens,
      ),
    [groups, citizens],
  );
  const percent = (ratio: number) => formatRatio(ratio, language);
  return (
    <Panel
      title={t("committees.quotaTitle")}
      subtitle={t("committees.quotaSubtitle", { citizens: formatNumber(citizens, language) })}
      action={
        <FigureHelp
          name={t("committees.quotaTitle")}
          meaning={t("committees.quotaMeaning")}
          model="A2"
          inputs={[{ label: t("figureInput.citizens"), value: formatNumber(citizens, language) }]}
        />
      }
    >
      {methods.length === 0 ? (
        <p className={classes.note}>{t("committees.noQuota")}</p>
      ) : (
        <>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("committees.group.title")}</th>
                <th scope="col" className={table.number}>
                  {t("committees.group.shareShort")}
                </th>
                {methods.map(({ method }) => (
                  <th key={method} scope="col" className={table.number}>
                    {t(`committees.method.${method}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((group, index) => (
                <tr key={group.id}>
                  <th scope="row" className={classes.name} title={group.title}>
                    {group.title}
                  </th>
                  <td className={table.number}>{percent(group.populationRatio)}</td>
                  {methods.map(({ method, seats }) => (
                    <td key={method} className={table.number}>
                      {formatNumber(seats[index] ?? 0, language)}
                    </td>
                  ))}
                </tr>
              ))}
              {othersRatio > 0 && (
                <tr>
                  <th scope="row">{t("committees.everybodyElse")}</th>
                  <td className={table.number}>{percent(othersRatio)}</td>
                  {methods.map(({ method, othersSeats }) => (
                    <td key={method} className={table.number}>
                      {formatNumber(othersSeats, language)}
                    </td>
                  ))}
                </tr>
              )}
              <DisproportionalityRow methods={methods} />
            </tbody>
          </table>
          {isOverlapping && <p className={classes.note}>{t("committees.overlapping")}</p>}
        </>
      )}
    </Panel>
  );
}

function DisproportionalityRow({ methods }: { readonly methods: readonly MethodSeats[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr className={classes.index}>
      <th scope="row" colSpan={2}>
        {t("committees.disproportionality")}
      </th>
      {methods.map(({ method, disproportionality }) => (
        <td key={method} className={table.number}>
          {formatNumber(disproportionality, language, 1)}
        </td>
      ))}
    </tr>
  );
}
