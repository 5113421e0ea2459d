import { useElementSize } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { formatRatio } from "../../ui/format-ratio";
import { listRatioTicks, snapShare } from "./share-axis";
import classes from "./share-panel.module.css";

interface SharePathChartProps {
  readonly years: readonly number[];
  readonly shares: readonly number[];
  /** The path under the active scenario; the same as `shares` without one. */
  readonly scenarioShares: readonly number[];
  readonly isReadOnly: boolean;
  /** Called once, at the end of a drag or of a key. */
  readonly onCommit: (yearIndex: number, shareRatio: number) => void;
}

const HEIGHT = 168;
const TOP = 16;
const BOTTOM = 8;
const ARROW_STEP = 0.001;
const PAGE_STEP = 0.01;

/** Shares by year as points on a line: drag them up and down, or move them with the arrow keys. */
export function SharePathChart(props: SharePathChartProps) {
  const { years, shares, scenarioShares, isReadOnly, onCommit } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [moving, setMoving] = useState<{ readonly index: number; readonly ratio: number } | null>(null);
  const ticks = listRatioTicks(Math.max(...shares, ...scenarioShares));
  const highest = ticks.at(-1) ?? 1;
  const shown = shares.map((ratio, index) => (moving?.index === index ? moving.ratio : ratio));
  const columnWidth = width / Math.max(1, years.length);
  const xOf = (index: number) => columnWidth * (index + 0.5);
  const yOf = (ratio: number) => TOP + (1 - Math.min(1, ratio / highest)) * (HEIGHT - TOP - BOTTOM);
  const ratioAt = (y: number) => snapShare((1 - (y - TOP) / (HEIGHT - TOP - BOTTOM)) * highest, highest);
  const pathOf = (values: readonly number[]) =>
    values.map((ratio, index) => `${index === 0 ? "M" : "L"}${xOf(index)},${yOf(ratio)}`).join("");
  const isOverridden = scenarioShares.some((ratio, index) => ratio !== shares[index]);
  const commit = () => {
    if (moving === null) return;
    setMoving(null);
    if (moving.ratio !== shares[moving.index]) onCommit(moving.index, moving.ratio);
  };
  const onKeyDown = (event: React.KeyboardEvent, index: number) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: ARROW_STEP,
      ArrowRight: ARROW_STEP,
      ArrowDown: -ARROW_STEP,
      ArrowLeft: -ARROW_STEP,
      PageUp: PAGE_STEP,
      PageDown: -PAGE_STEP,
    };
    if (event.key === "Escape") return setMoving(null);
    const step = steps[event.key];
    if (step === undefined || isReadOnly) return;
    event.preventDefault();
    setMoving({ index, ratio: snapShare((shown[index] ?? 0) + step, 1) });
  };

  return (
    <div ref={ref} className={classes.chart}>
      {width > 0 && (
        <svg width={width} height={HEIGHT}>
          <title>{t("decentralised.sharePath")}</title>
          {ticks.map((tick) => (
            <g key={tick} aria-hidden>
              <line x1={0} x2={width} y1={yOf(tick)} y2={yOf(tick)} className={classes.gridLine} />
              <text x={-8} y={yOf(tick)} className={classes.tick}>
                {formatRatio(tick, language)}
              </text>
            </g>
          ))}
          <path d={pathOf(shown)} className={isOverridden ? classes.ghostPath : classes.path} />
          {isOverridden && <path d={pathOf(scenarioShares)} className={classes.path} />}
          {isOverridden &&
            scenarioShares.map((ratio, index) => (
              <circle key={years[index]} cx={xOf(index)} cy={yOf(ratio)} r={3} className={classes.dot} />
            ))}
          {shown.map((ratio, index) => (
            <g
              key={years[index]}
              role="slider"
              tabIndex={0}
              aria-label={t("decentralised.shareOf", { year: years[index] })}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Number((ratio * 100).toFixed(2))}
              aria-valuetext={formatRatio(ratio, language, 2)}
              aria-orientation="vertical"
              aria-disabled={isReadOnly}
              className={classes.handle}
              data-ghost={isOverridden || undefined}
              onKeyDown={(event) => onKeyDown(event, index)}
              onKeyUp={commit}
              onBlur={commit}
              onPointerDown={(event) => {
                if (isReadOnly || event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
                setMoving({ index, ratio });
              }}
              onPointerMove={(event) => {
                if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
                const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
                setMoving({ index, ratio: ratioAt(event.clientY - (box?.top ?? 0)) });
              }}
              onPointerUp={commit}
              onPointerCancel={() => setMoving(null)}
            >
              <circle cx={xOf(index)} cy={yOf(ratio)} r={14} className={classes.target} />
              <circle cx={xOf(index)} cy={yOf(ratio)} r={6} className={classes.point} />
              <text x={xOf(index)} y={yOf(ratio) - 11} className={classes.value} aria-hidden>
                {moving?.index === index ? formatRatio(ratio, language, 2) : ""}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
