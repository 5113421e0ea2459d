import { useTranslation } from "react-i18next";
import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from "recharts";
import type { ComparedIndicator } from "../../../core/scenario/compare-scenarios";
import { useLanguage } from "../../i18n/use-language";
import { formatFigure } from "../../ui/format-figure";
import { Panel } from "../../ui/panel";
import { columnColors, Letter } from "./column-head";
import type { ComparisonView } from "./comparison-view";
import { listMainIndicators } from "./main-indicators";
import { shownVerdict } from "./shown-verdict";
import classes from "./small-multiples.module.css";

const ROW_HEIGHT = 22;
/** Room for the longest figure behind the longest bar. */
const LABEL_WIDTH = 104;
const verdictColors = {
  better: "var(--good)",
  worse: "var(--bad)",
  changed: "var(--text)",
  same: "var(--text)",
} as const;
const verdictGlyphs = { better: " ✓", worse: " ▾", changed: "", same: "" } as const;

/** The main figures as bars, one small chart each, scenarios in the order of the columns. */
export default function SmallMultiples({ view }: { readonly view: ComparisonView }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("compare.chartsTitle")} subtitle={t("compare.chartsSubtitle")}>
      <ul className={classes.legend}>
        {view.columns.map((column, index) => (
          <li key={column.key}>
            <Letter column={column} index={index} /> {column.title}
          </li>
        ))}
      </ul>
      <div className={classes.charts}>
        {listMainIndicators(view).map((indicator) => (
          <SmallChart key={indicator.definition.key} indicator={indicator} view={view} />
        ))}
      </div>
    </Panel>
  );
}

interface SmallChartProps {
  readonly indicator: ComparedIndicator;
  readonly view: ComparisonView;
}

function SmallChart({ indicator, view }: SmallChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { definition, values } = indicator;
  const name = t(`indicator.${definition.key}.name`);
  const data = view.columns.map(({ letter, title }, index) => {
    const shown = formatFigure(values[index] ?? null, definition.unit, language);
    const verdict = shownVerdict(indicator, index);
    return { letter, title, value: values[index] ?? 0, shown: `${shown}${verdictGlyphs[verdict]}`, verdict };
  });
  const words = data.map(({ title, shown, verdict }) => {
    const judged = verdict === "better" || verdict === "worse" ? `, ${t(`figure.${verdict}`)}` : "";
    return `${title} ${shown.replace(/ [✓▾]$/, "")}${judged}`;
  });
  return (
    <figure className={classes.chart} aria-label={`${name}: ${words.join("; ")}`}>
      <figcaption className={classes.name} aria-hidden>
        {name}
      </figcaption>
      <div aria-hidden>
        <BarChart
          className={classes.bars ?? ""}
          style={{ height: data.length * ROW_HEIGHT }}
          responsive
          layout="vertical"
          data={data}
          margin={{ top: 0, right: LABEL_WIDTH, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap={5}
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="letter"
            width={18}
            interval={0}
            tick={{ fontSize: 11, fill: "var(--dim)" }}
            tickLine={false}
            axisLine={false}
          />
          <Bar dataKey="value" isAnimationActive={false} minPointSize={1}>
            {data.map(({ letter }, index) => (
              <Cell key={letter} fill={`var(${columnColors[index] ?? columnColors[0]})`} />
            ))}
            <LabelList
              dataKey="shown"
              content={({ x, y, width, height, value, index }) => (
                <text
                  x={Number(x) + Number(width) + 5}
                  y={Number(y) + Number(height) / 2}
                  dominantBaseline="central"
                  fontSize={12}
                  fill={verdictColors[data[index ?? 0]?.verdict ?? "same"]}
                >
                  {value}
                </text>
              )}
            />
          </Bar>
        </BarChart>
      </div>
    </figure>
  );
}
