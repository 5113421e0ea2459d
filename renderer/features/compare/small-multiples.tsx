import { useTranslation } from "react-i18next";
import type { ComparedIndicator } from "../../../core/scenario/compare-scenarios";
import { useLanguage } from "../../i18n/use-language";
import { formatFigure } from "../../ui/format-figure";
import { Panel } from "../../ui/panel";
import { layOutBars } from "./bar-scale";
import { columnColors, Letter } from "./column-head";
import type { ComparisonView } from "./comparison-view";
import { listMainIndicators } from "./main-indicators";
import { shownVerdict } from "./shown-verdict";
import classes from "./small-multiples.module.css";

const verdictGlyphs = { better: " ✓", worse: " ✗", changed: "", same: "" } as const;

/** The main figures as bars, one small chart each, scenarios in the order of the columns. */
export function SmallMultiples({ view }: { readonly view: ComparisonView }) {
  const { t } = useTranslation();
  const hasSpreads = view.summaries.some((summary) => summary !== null);
  const subtitle = hasSpreads
    ? `${t("compare.chartsSubtitle")}; ${t("compare.whiskers")}`
    : t("compare.chartsSubtitle");
  return (
    <Panel title={t("compare.chartsTitle")} subtitle={subtitle}>
      <ul className={classes.legend}>
        {view.columns.map((column, index) => (
          <li key={column.key} title={column.title}>
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

/** Bars of plain boxes: they keep their shape on a sheet of paper of any width. */
function SmallChart({ indicator, view }: SmallChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { definition, values } = indicator;
  const name = t(`indicator.${definition.key}.name`);
  const bars = layOutBars(indicator, view.summaries);
  const columns = view.columns.map((column, index) => {
    const shown = formatFigure(values[index] ?? null, definition.unit, language);
    return { ...column, shown, verdict: shownVerdict(indicator, index), bar: bars[index] };
  });
  const words = columns.map(({ title, shown, verdict }) => {
    const judged = verdict === "better" || verdict === "worse" ? `, ${t(`figure.${verdict}`)}` : "";
    return `${title} ${shown}${judged}`;
  });
  return (
    <figure className={classes.chart} aria-label={`${name}: ${words.join("; ")}`}>
      <figcaption className={classes.name} aria-hidden>
        {name}
      </figcaption>
      <div aria-hidden>
        {columns.map(({ key, letter, shown, verdict, bar }, index) => (
          <div key={key} className={classes.row}>
            <span className={classes.letter}>{letter}</span>
            <span className={classes.track}>
              <span
                className={classes.bar}
                style={{
                  width: percent(bar?.lengthRatio ?? 0),
                  background: `var(${columnColors[index] ?? columnColors[0]})`,
                }}
              />
              {bar?.spread != null && (
                <span
                  className={classes.whisker}
                  style={{
                    left: percent(bar.spread.fromRatio),
                    width: percent(bar.spread.toRatio - bar.spread.fromRatio),
                  }}
                />
              )}
              <span
                className={classes.shown}
                data-verdict={verdict}
                style={{ left: percent(bar?.endRatio ?? 0) }}
              >
                {shown}
                {verdictGlyphs[verdict]}
              </span>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

const percent = (ratio: number) => `${100 * ratio}%`;
