import { useTranslation } from "react-i18next";
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "../../i18n/use-language";
import { listTicks } from "../budget/list-ticks";
import { usedOf } from "./load-panel";
import { showAmount } from "./resource-columns";
import type { ResourceState } from "./resource-plan";
import classes from "./resources-screen.module.css";

const BAR_WIDTH = 30;
const tick = { fontSize: 11, fill: "var(--dim)" };

const series = [
  { key: "councils", colour: "var(--series-2)" },
  { key: "tasks", colour: "var(--series-1)" },
  { key: "residents", colour: "var(--series-3)" },
] as const;

/** Stacked bars a year, what waits on top of them, the capacity as a dashed line, the base as an outline. */
export default function LoadChart({ state }: { readonly state: ResourceState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = state.scenario.map((year, index) => ({
    year: year.year,
    councils: year.committeesAmount,
    tasks: year.tasksAmount,
    residents: year.residentsAmount,
    waiting: year.waitingAmount,
    capacity: year.capacity,
    base: usedOf(state.base[index]),
  }));
  const differs = state.scenario.some((year, index) => usedOf(year) !== usedOf(state.base[index]));
  const waits = data.some(({ waiting }) => waiting > 0);
  const show = (amount: unknown) => (typeof amount === "number" ? showAmount(amount, language) : "–");
  const highest = Math.max(
    1e-9,
    ...data.map(({ councils, tasks, residents, waiting, capacity, base }) =>
      Math.max(councils + tasks + residents + waiting, capacity ?? 0, base ?? 0),
    ),
  );
  const ticks = listTicks(highest, 1);
  const says = state.scenario
    .map((year) => `${year.year}: ${show(usedOf(year))} / ${show(year.capacity)}`)
    .join("; ");
  const shown = state.isSecretariat ? series : series.filter(({ key }) => key === "tasks");
  return (
    <div role="img" aria-label={`${t("resources.loadTitle", { resource: state.row.title })}: ${says}`}>
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
          width={36}
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? highest]}
          tickFormatter={show}
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
          formatter={(amount) => show(amount)}
        />
        {shown.map(({ key, colour }) => (
          <Bar
            key={key}
            dataKey={key}
            name={t(`resources.load.${key}`)}
            stackId="load"
            fill={colour}
            barSize={BAR_WIDTH}
            isAnimationActive={false}
          />
        ))}
        {waits && (
          <Bar
            dataKey="waiting"
            name={t("resources.load.waiting")}
            stackId="load"
            fill="var(--delayed-bg)"
            stroke="var(--delayed)"
            strokeDasharray="3 2"
            isAnimationActive={false}
          />
        )}
        {differs && (
          <Bar
            dataKey="base"
            name={t("resources.load.base")}
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
          dataKey="capacity"
          name={t("resources.load.capacity")}
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
        {shown.map(({ key, colour }) => (
          <li key={key}>
            <span className={classes.key} style={{ background: colour }} />
            {t(`resources.load.${key}`)}
          </li>
        ))}
        {waits && (
          <li>
            <span className={classes.waitingKey} />
            {t("resources.load.waiting")}
          </li>
        )}
        <li>
          <span className={classes.lineKey} />
          {t("resources.load.capacity")}
        </li>
        {differs && (
          <li>
            <span className={classes.outlineKey} />
            {t("resources.load.base")}
          </li>
        )}
      </ul>
    </div>
  );
}
