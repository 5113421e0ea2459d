import { Bar, CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { listTicks } from "../../ui/charts/list-ticks";
import classes from "./per-head-panel.module.css";

export interface PerHeadBar {
  readonly id: string;
  readonly title: string;
  readonly needIndex: number;
  readonly perHeadWon: number | null;
  readonly baseWon: number | null;
}

interface PerHeadChartProps {
  readonly bars: readonly PerHeadBar[];
  readonly meanWon: number | null;
  readonly hasGhost: boolean;
  readonly format: (won: number | null) => string;
  readonly words: {
    readonly perHead: string;
    readonly base: string;
    readonly mean: string;
    readonly description: string;
  };
}

const tick = { fontSize: 11, fill: "var(--dim)" };

/** A bar a unit, the neediest left, the base as an outline, the mean as a dashed line. */
export default function PerHeadChart({ bars, meanWon, hasGhost, format, words }: PerHeadChartProps) {
  const isCrowded = bars.length > 8;
  const ticks = listTicks(
    Math.max(...bars.flatMap(({ perHeadWon, baseWon }) => [perHeadWon ?? 0, baseWon ?? 0]), meanWon ?? 0),
    1,
  );
  return (
    <div role="img" aria-label={words.description}>
      <ComposedChart
        className={classes.chart ?? ""}
        responsive
        data={[...bars]}
        margin={{ top: 18, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis
          dataKey="title"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          interval={0}
          angle={isCrowded ? -55 : 0}
          textAnchor={isCrowded ? "end" : "middle"}
          height={isCrowded ? 64 : 24}
          tickFormatter={(title: string) => (title.length > 10 ? `${title.slice(0, 9)}…` : title)}
        />
        <XAxis dataKey="title" xAxisId="base" hide />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={52}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 0]}
          tickFormatter={(won: number) => format(won)}
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
          formatter={(won) => format(typeof won === "number" ? won : null)}
        />
        <Bar
          dataKey="perHeadWon"
          name={words.perHead}
          fill="var(--series-3)"
          maxBarSize={28}
          isAnimationActive={false}
        />
        {hasGhost && (
          <Bar
            dataKey="baseWon"
            name={words.base}
            xAxisId="base"
            fill="none"
            stroke="var(--text)"
            strokeOpacity={0.55}
            strokeWidth={1.25}
            maxBarSize={28}
            isAnimationActive={false}
          />
        )}
        {meanWon !== null && (
          <ReferenceLine
            y={meanWon}
            stroke="var(--text-soft)"
            strokeDasharray="4 3"
            ifOverflow="extendDomain"
          />
        )}
      </ComposedChart>
      <ul className={classes.legend} aria-hidden>
        <li>
          <span className={classes.key} />
          {words.perHead}
        </li>
        <li>
          <span className={classes.meanKey} />
          {words.mean}
        </li>
        {hasGhost && (
          <li>
            <span className={classes.baseKey} />
            {words.base}
          </li>
        )}
      </ul>
    </div>
  );
}
