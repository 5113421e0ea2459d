import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { listTicks } from "./list-ticks";
import classes from "./year-bars.module.css";

/** A part of each year's bar. */
export interface YearPart {
  readonly key: string;
  readonly name: string;
  /** A CSS colour; what waits for money or people is drawn with a dashed edge instead. */
  readonly fill: string | "waiting";
  /** One a year. */
  readonly values: readonly number[];
}

/** A figure beside the bars; null where a year has none. */
export interface YearMark {
  readonly name: string;
  /** One a year. */
  readonly values: readonly (number | null)[];
}

interface YearBarsProps {
  /** Name and figures of the chart in words, for those who do not see it. */
  readonly label: string;
  readonly years: readonly number[];
  /** From the bottom up. */
  readonly parts: readonly YearPart[];
  /** What each year must not exceed, as a dash over its bar. */
  readonly limit: YearMark;
  /** What the bars come to in the plan itself, as an outline; null where they are the plan's own. */
  readonly base: YearMark | null;
  readonly format: (value: number) => string;
  /** Values of one of the unit shown: the axis has round numbers of it. */
  readonly perUnit: number;
  /** Pixels. */
  readonly height: number;
}

const BAR_WIDTH = 34;
const OUTLINE_WIDTH = BAR_WIDTH + 6;
const LIMIT_WIDTH = BAR_WIDTH + 16;
const TICK_CHARACTER_WIDTH = 6.4;
const TICK_PADDING = 12;
const tick = { fontSize: 11, fill: "var(--dim)" };
const tooltip = {
  background: "var(--panel)",
  border: "1px solid var(--line-strong)",
  borderRadius: 6,
  fontSize: 12,
};

/** Stacked bars a year, the limit as a dash over each, the base as an outline. */
export function YearBars({ label, years, parts, limit, base, format, perUnit, height }: YearBarsProps) {
  // A part that has nothing in any year would only lengthen the legend.
  const drawn = parts.filter(({ values }) => values.some((value) => value !== 0));
  const hasLimit = limit.values.some((value) => value !== null);
  const data = years.map((year, index) => ({
    year,
    limit: limit.values[index] ?? null,
    base: base?.values[index] ?? null,
    ...Object.fromEntries(parts.map(({ key, values }) => [key, values[index] ?? 0])),
  }));
  const highest = Math.max(
    ...years.map((_, index) =>
      Math.max(
        parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
        limit.values[index] ?? 0,
        base?.values[index] ?? 0,
      ),
    ),
    0,
  );
  const ticks = listTicks(highest, perUnit);
  const showTick = (value: number) => format(value).replace(/[.,]0$/, "");
  const show = (value: unknown) => (typeof value === "number" ? format(value) : "–");
  const widestTick = Math.max(...ticks.map((value) => showTick(value).length));
  return (
    <div role="img" aria-label={label}>
      <BarChart
        responsive
        style={{ width: "100%", height }}
        data={data}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        barGap={0}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis dataKey="year" tick={tick} tickLine={false} axisLine={{ stroke: "var(--line-strong)" }} />
        <XAxis dataKey="year" xAxisId="base" hide />
        <XAxis dataKey="year" xAxisId="limit" hide />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={TICK_PADDING + widestTick * TICK_CHARACTER_WIDTH}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? highest]}
          tickFormatter={showTick}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          contentStyle={tooltip}
          labelStyle={{ color: "var(--text)", fontWeight: 600 }}
          itemStyle={{ color: "var(--text)", padding: 0 }}
          formatter={(value) => show(value)}
        />
        {drawn.map(({ key, name, fill }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="parts"
            barSize={BAR_WIDTH}
            isAnimationActive={false}
            {...(fill === "waiting" ? waiting : { fill })}
          />
        ))}
        {base !== null && (
          <Bar
            dataKey="base"
            name={base.name}
            xAxisId="base"
            fill="none"
            stroke="var(--text)"
            strokeOpacity={0.55}
            strokeWidth={1.25}
            barSize={OUTLINE_WIDTH}
            isAnimationActive={false}
          />
        )}
        <Bar
          dataKey="limit"
          name={limit.name}
          xAxisId="limit"
          fill="var(--bad)"
          barSize={LIMIT_WIDTH}
          shape={LimitMark}
          isAnimationActive={false}
        />
      </BarChart>
      <ul className={classes.legend} aria-hidden>
        {drawn.map(({ key, name, fill }) => (
          <li key={key}>
            {fill === "waiting" ? (
              <span className={classes.waitingKey} />
            ) : (
              <span className={classes.key} style={{ background: fill }} />
            )}
            {name}
          </li>
        ))}
        {hasLimit && (
          <li>
            <span className={classes.limitKey} />
            {limit.name}
          </li>
        )}
        {base !== null && (
          <li>
            <span className={classes.outlineKey} />
            {base.name}
          </li>
        )}
      </ul>
    </div>
  );
}

const waiting = { fill: "var(--delayed-bg)", stroke: "var(--delayed)", strokeDasharray: "3 2" };

interface BarShape {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
}

/** A ceiling is a limit of its own year, so it is a dash over that year's bar and no line through the years. */
function LimitMark({ x, y, width }: BarShape) {
  if (x === undefined || y === undefined || width === undefined || Number.isNaN(y)) return <g />;
  return <path d={`M${x} ${y}H${x + width}`} stroke="var(--bad)" strokeWidth={1.75} strokeDasharray="5 3" />;
}
