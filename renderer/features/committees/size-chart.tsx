import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import classes from "./size-chart.module.css";

/** One line over sizes. */
export interface SizeSeries {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly isDashed?: boolean;
}

/** A size that is marked: the plan's or the scenario's, with the values that it has. */
export interface SizeMark {
  readonly kind: "base" | "scenario";
  readonly seats: number;
  readonly label: string;
  readonly values: readonly number[];
}

export type SizePoint = { readonly seats: number } & Readonly<Record<string, number | null>>;

interface SizeChartProps {
  readonly points: readonly SizePoint[];
  readonly series: readonly SizeSeries[];
  readonly marks: readonly SizeMark[];
  /** The highest value of the axis; found from the points where it is not given. */
  readonly highest: number | undefined;
  /** Takes the room that a control above it would have. */
  readonly isTall: boolean;
  readonly format: (value: number) => string;
  readonly description: string;
  readonly seatsLabel: (seats: number) => string;
}

const tick = { fontSize: 11, fill: "var(--dim)" };
/** Marks closer than this part of the axis would write over each other. */
const LABEL_ROOM = 0.16;

/** Curves over the size of a committee with vertical marks at the plan's and the scenario's. */
export default function SizeChart(props: SizeChartProps) {
  const { points, series, marks, highest, isTall, format, description, seatsLabel } = props;
  const first = points[0]?.seats ?? 0;
  const last = points.at(-1)?.seats ?? 0;
  const [base, scenario] = [marks.find(isBase), marks.find((mark) => !isBase(mark))];
  const isCrowded =
    base !== undefined &&
    scenario !== undefined &&
    Math.abs(base.seats - scenario.seats) < (last - first) * LABEL_ROOM;
  return (
    <div role="img" aria-label={description}>
      <LineChart
        className={(isTall ? classes.tall : classes.chart) ?? ""}
        responsive
        data={[...points]}
        margin={{ top: 24, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis
          dataKey="seats"
          type="number"
          domain={[first, last]}
          ticks={listSeatTicks(first, last)}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
        />
        <YAxis
          width={54}
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickCount={5}
          domain={[0, highest ?? "auto"]}
          allowDataOverflow={highest !== undefined}
          tickFormatter={format}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          contentStyle={{
            background: "var(--panel)",
            border: "1px solid var(--line-strong)",
            borderRadius: 6,
            fontSize: 12,
          }}
          labelStyle={{ color: "var(--text)", fontWeight: 600 }}
          itemStyle={{ color: "var(--text)", padding: 0 }}
          labelFormatter={(seats) => seatsLabel(Number(seats))}
          formatter={(value) => (typeof value === "number" ? format(value) : "–")}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.kind}
            x={mark.seats}
            stroke={isBase(mark) ? "var(--ghost)" : "var(--accent)"}
            strokeWidth={isBase(mark) ? 1.25 : 1.5}
            {...(isBase(mark) ? { strokeDasharray: "4 3" } : {})}
            label={{
              value: mark.label,
              position: "top",
              offset: 9,
              fontSize: 11,
              fontWeight: isBase(mark) ? 400 : 600,
              fill: isBase(mark) ? "var(--dim)" : "var(--accent-text)",
              textAnchor: anchorOf(mark, base, scenario, isCrowded, first, last),
            }}
          />
        ))}
        {series.map(({ key, name, color, isDashed }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            type="linear"
            stroke={color}
            strokeWidth={1.75}
            {...(isDashed ? { strokeDasharray: "5 3" } : {})}
            dot={false}
            activeDot={{ r: 3 }}
            isAnimationActive={false}
          />
        ))}
        {marks.flatMap((mark) =>
          mark.values.map((value, index) => (
            <ReferenceDot
              // biome-ignore lint/suspicious/noArrayIndexKey: a mark's values have no other name
              key={`${mark.kind}${index}`}
              x={mark.seats}
              y={value}
              r={4}
              fill={isBase(mark) ? "var(--panel)" : "var(--accent)"}
              stroke={isBase(mark) ? "var(--text)" : "var(--panel)"}
              strokeWidth={1.5}
            />
          )),
        )}
      </LineChart>
      <ul className={classes.legend} aria-hidden>
        {series.map(({ key, name, color, isDashed }) => (
          <li key={key}>
            <span
              className={classes.key}
              style={{ borderTop: `2px ${isDashed ? "dashed" : "solid"} ${color}` }}
            />
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

const isBase = (mark: SizeMark) => mark.kind === "base";

/** Labels stand over their line; near each other or near an edge they turn away. */
function anchorOf(
  mark: SizeMark,
  base: SizeMark | undefined,
  scenario: SizeMark | undefined,
  isCrowded: boolean,
  first: number,
  last: number,
): "start" | "middle" | "end" {
  const other = isBase(mark) ? scenario : base;
  if (isCrowded && other !== undefined) return mark.seats < other.seats ? "end" : "start";
  if (mark.seats - first < (last - first) * 0.05) return "start";
  return last - mark.seats < (last - first) * 0.08 ? "end" : "middle";
}

function listSeatTicks(first: number, last: number): number[] {
  const step = last > 400 ? 200 : 50;
  const between = Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step);
  return [first, ...between.filter((seats) => seats - first >= step * 0.6 && seats <= last)];
}
