import { useTranslation } from "react-i18next";
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "../../i18n/use-language";
import { formatInUnit } from "../../ui/format-money";
import classes from "./area-money.module.css";
import type { MoneySeries, YearTotals } from "./area-series";

interface AreaMoneyChartProps {
  readonly series: readonly MoneySeries[];
  readonly totals: readonly YearTotals[];
  /** The base's, where these are a scenario's. */
  readonly baseTotals: readonly YearTotals[] | null;
  readonly unit: "million" | "hundredMillion";
}

const BAR_WIDTH = 34;
const tick = { fontSize: 11, fill: "var(--dim)" };

/** Stacked bars a year, the ceilings as a dashed line, the base as an outline. */
export default function AreaMoneyChart({ series, totals, baseTotals, unit }: AreaMoneyChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = totals.map(({ year, ceilingWon }, index) => ({
    year,
    ceilingWon,
    baseWon: baseTotals?.[index]?.totalWon ?? null,
    ...Object.fromEntries(series.map(({ key, wonByYear }) => [key, wonByYear[index] ?? 0])),
  }));
  const show = (won: unknown) => (typeof won === "number" ? formatInUnit(won, unit, language) : "–");
  const description = totals
    .map(
      ({ year }, index) =>
        `${year}: ${series.map(({ title, wonByYear }) => `${title} ${show(wonByYear[index])}`).join(", ")}`,
    )
    .join("; ");
  return (
    <div role="img" aria-label={`${t("overview.moneyTitle")}: ${description}`}>
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
          width={48}
          tickCount={5}
          tickFormatter={(won: number) => formatInUnit(won, unit, language).replace(/[.,]0$/, "")}
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
        {series.map(({ key, title, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={title}
            stackId="money"
            fill={`var(${color})`}
            barSize={BAR_WIDTH}
            isAnimationActive={false}
          />
        ))}
        {baseTotals !== null && (
          <Bar
            dataKey="baseWon"
            name={t("scenarios.moneyBase")}
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
          dataKey="ceilingWon"
          name={t("scenarios.moneyCeiling")}
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
        {series.map(({ key, title, color }) => (
          <li key={key}>
            <span className={classes.key} style={{ background: `var(${color})` }} />
            {title}
          </li>
        ))}
        <li>
          <span className={classes.lineKey} />
          {t("scenarios.moneyCeiling")}
        </li>
        {baseTotals !== null && (
          <li>
            <span className={classes.outlineKey} />
            {t("scenarios.moneyBase")}
          </li>
        )}
      </ul>
    </div>
  );
}
