import { useTranslation } from "react-i18next";
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "../../i18n/use-language";
import { formatInUnit } from "../../ui/format-money";
import { wonPerUnit } from "../../ui/money-unit";
import type { AreaMoneyProps } from "./area-money-panel";
import classes from "./budget-charts.module.css";
import { listTicks } from "./list-ticks";

const BAR_WIDTH = 40;
const SERIES = 6;
const tick = { fontSize: 11, fill: "var(--dim)" };

/** Stacked bars a year, the ceilings as a dashed line, the base as an outline. */
export default function AreaMoneyChart({ years, baseYears, areaTitles, unit }: AreaMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const series = [
    ...areaTitles.map((name, index) => ({ key: `area${index}`, name })),
    { key: "committees", name: t("budget.measure.committees") },
    { key: "residents", name: t("budget.measure.residents") },
  ].map((entry, index) => ({ ...entry, colour: `var(--series-${(index % SERIES) + 1})` }));
  const data = years.map((year, index) => ({
    year: year.year,
    ...Object.fromEntries(year.areasWon.map((won, area) => [`area${area}`, won])),
    committees: year.committeesWon,
    residents: year.residentsWon,
    ceiling: year.ceilingWon,
    base: baseYears[index]?.needWon ?? null,
  }));
  const differs = years.some(({ needWon }, index) => needWon !== baseYears[index]?.needWon);
  const show = (won: unknown) => (typeof won === "number" ? formatInUnit(won, unit, language) : "–");
  const highest = Math.max(
    1,
    ...years.map((year, index) =>
      Math.max(year.needWon, year.ceilingWon ?? 0, baseYears[index]?.needWon ?? 0),
    ),
  );
  const ticks = listTicks(highest, wonPerUnit[unit]);
  const says = years
    .map(
      ({ year, needWon, ceilingWon }) =>
        `${year}: ${t("budget.byArea.need")} ${show(needWon)}, ${t("budget.measure.ceiling")} ${show(ceilingWon)}`,
    )
    .join("; ");
  return (
    <div role="img" aria-label={`${t("budget.byArea.title")}: ${says}`}>
      <ComposedChart
        className={classes.chart ?? ""}
        responsive
        data={data}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        barGap={0}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis dataKey="year" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line-strong)" }} />
        <XAxis dataKey="year" xAxisId="base" hide />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={56}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? highest]}
          tickFormatter={(won: number) => show(won).replace(/[.,]0$/, "")}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          contentStyle={{
            background: "var(--panel)",
            border: "1px solid var(--line-strong)",
            borderRadius: 6,
            fontSize: 12,
          }}
          labelStyle={{ color: "var(--text)", fontWeight: 600 }}
          itemStyle={{ color: "var(--text)", padding: 0 }}
          formatter={(won) => show(won)}
        />
        {series.map(({ key, name, colour }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="need"
            fill={colour}
            barSize={BAR_WIDTH}
            isAnimationActive={false}
          />
        ))}
        {differs && (
          <Bar
            dataKey="base"
            name={t("budget.byArea.base")}
            xAxisId="base"
            fill="none"
            stroke="var(--text)"
            strokeOpacity={0.55}
            strokeWidth={1.25}
            barSize={BAR_WIDTH + 6}
            isAnimationActive={false}
          />
        )}
        <Line
          dataKey="ceiling"
          name={t("budget.measure.ceiling")}
          type="linear"
          stroke="var(--bad)"
          strokeDasharray="5 4"
          strokeWidth={1.5}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
      <ul className={classes.legend} aria-hidden>
        {series.map(({ key, name, colour }) => (
          <li key={key}>
            <span className={classes.key} style={{ background: colour }} />
            {name}
          </li>
        ))}
        <li>
          <span className={classes.lineKey} />
          {t("budget.measure.ceiling")}
        </li>
        {differs && (
          <li>
            <span className={classes.outlineKey} />
            {t("budget.byArea.base")}
          </li>
        )}
      </ul>
    </div>
  );
}
