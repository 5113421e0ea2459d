import { useTranslation } from "react-i18next";
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "../../i18n/use-language";
import { formatInUnit } from "../../ui/format-money";
import { wonPerUnit } from "../../ui/money-unit";
import { totalOf, type YearMoney } from "./money-by-year";
import classes from "./money-panel.module.css";

interface MoneyChartProps {
  readonly rows: readonly YearMoney[];
  readonly baseRows: readonly YearMoney[];
  readonly unit: "million" | "hundredMillion";
}

const BAR_WIDTH = 34;
const tick = { fontSize: 11, fill: "var(--dim)" };

/** Stacked bars a year, the ceiling as a dashed line, the base as an outline. */
export default function MoneyChart({ rows, baseRows, unit }: MoneyChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = {
    tasksWon: t("scenarios.moneyTasks"),
    committeesWon: t("scenarios.moneyCommittees"),
    residentsWon: t("scenarios.moneyResidents"),
    ceilingWon: t("scenarios.moneyCeiling"),
    baseWon: t("scenarios.moneyBase"),
  };
  const data = rows.map((row, index) => {
    const baseRow = baseRows[index];
    return { ...row, baseWon: baseRow === undefined ? null : totalOf(baseRow) };
  });
  const show = (won: unknown) => (typeof won === "number" ? formatInUnit(won, unit, language) : "–");
  const highest = Math.max(
    ...data.map((row) => Math.max(totalOf(row), row.ceilingWon ?? 0, row.baseWon ?? 0)),
  );
  const top = highest * 1.06;
  const ticks = listTicks(top, wonPerUnit[unit]);
  return (
    <div role="img" aria-label={`${t("scenarios.moneyTitle")}: ${describe(rows, names, show)}`}>
      <BarChart
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
        <XAxis dataKey="year" xAxisId="ceiling" hide />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={48}
          ticks={ticks}
          domain={[0, top]}
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
        <Bar
          dataKey="tasksWon"
          name={names.tasksWon}
          stackId="money"
          fill="var(--series-1)"
          barSize={BAR_WIDTH}
          isAnimationActive={false}
        />
        <Bar
          dataKey="committeesWon"
          name={names.committeesWon}
          stackId="money"
          fill="var(--series-2)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="residentsWon"
          name={names.residentsWon}
          stackId="money"
          fill="var(--series-3)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="baseWon"
          name={names.baseWon}
          xAxisId="base"
          fill="none"
          stroke="var(--text)"
          strokeOpacity={0.55}
          strokeWidth={1.25}
          barSize={BAR_WIDTH}
          isAnimationActive={false}
        />
        <Bar
          dataKey="ceilingWon"
          name={names.ceilingWon}
          xAxisId="ceiling"
          fill="var(--bad)"
          barSize={BAR_WIDTH + 14}
          shape={CeilingMark}
          isAnimationActive={false}
        />
      </BarChart>
      <ul className={classes.legend} aria-hidden>
        {(["tasksWon", "committeesWon", "residentsWon"] as const).map((key, index) => (
          <li key={key}>
            <span className={classes.key} style={{ background: `var(--series-${index + 1})` }} />
            {names[key]}
          </li>
        ))}
        <li>
          <span className={classes.lineKey} />
          {names.ceilingWon}
        </li>
        <li>
          <span className={classes.outlineKey} />
          {names.baseWon}
        </li>
      </ul>
    </div>
  );
}

function describe(
  rows: readonly YearMoney[],
  names: Readonly<Record<"tasksWon" | "committeesWon" | "residentsWon", string>>,
  show: (won: number) => string,
): string {
  return rows
    .map(
      (row) =>
        `${row.year}: ${names.tasksWon} ${show(row.tasksWon)}, ${names.committeesWon} ${show(row.committeesWon)}, ${names.residentsWon} ${show(row.residentsWon)}`,
    )
    .join("; ");
}

interface BarShape {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
}

/** A ceiling is a limit of its own year, so it is a dash over that year's bar and no line through the years. */
function CeilingMark({ x, y, width }: BarShape) {
  if (x === undefined || y === undefined || width === undefined || Number.isNaN(y)) return <g />;
  return <path d={`M${x} ${y}H${x + width}`} stroke="var(--bad)" strokeWidth={1.75} strokeDasharray="5 3" />;
}

/** Steps of 1, 2, 2.5 or 5 times a power of ten, in the unit shown, up to the top: three to six of them. */
function listTicks(topWon: number, unitWon: number): number[] {
  const rough = Math.max(topWon / unitWon / 5, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.floor(topWon / unitWon / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step * unitWon);
}
