import classes from "./sensitivity.module.css";
import type { SensitivityChart } from "./sensitivity-bars";

interface ChartProps {
  readonly chart: SensitivityChart;
  readonly nameOf: (index: number) => string;
  readonly labelOf: (index: number) => string;
}

/** Horizontal bars, the widest on top. The table behind it says the same in figures. */
export function SensitivityChartView({ chart, nameOf, labelOf }: ChartProps) {
  const { bars, minimum, maximum, origin } = chart;
  const span = maximum - minimum;
  const percent = (value: number) => (span === 0 ? 0 : (100 * (value - minimum)) / span);
  return (
    <dl className={classes.chart}>
      {bars.map((bar, index) => (
        <div key={bar.factor.name} className={classes.row}>
          <dt className={classes.name} title={nameOf(index)}>
            {nameOf(index)}
          </dt>
          <dd className={classes.value}>
            <span className={classes.track} aria-hidden>
              {bar.parts.map(({ from, to, series }) => (
                <span
                  key={series}
                  className={classes.bar}
                  data-series={series}
                  style={{
                    left: `${percent(Math.min(from, to))}%`,
                    width: `${percent(Math.max(from, to)) - percent(Math.min(from, to))}%`,
                  }}
                />
              ))}
              <span className={classes.origin} style={{ left: `${percent(origin)}%` }} />
            </span>
            <span className={classes.label}>{labelOf(index)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
