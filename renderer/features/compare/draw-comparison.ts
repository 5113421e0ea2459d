import type { TFunction } from "i18next";
import type { IndicatorDefinition } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { formatFigure } from "../../ui/format-figure";
import { formatNumber } from "../../ui/number-format";
import { findSpread, layOutBars } from "./bar-scale";
import { type ComparisonView, formatLeverValue, nameLever } from "./comparison-view";
import { listMainIndicators } from "./main-indicators";
import { shownVerdict } from "./shown-verdict";

interface PictureWords {
  readonly title: string;
  readonly t: TFunction;
  readonly language: Language;
}

const WIDTH = 1200;
const MARGIN = 32;
const LINE = 24;
/** Ranges stand behind the figures and take room. */
const chartsInRow = (hasRanges: boolean) => (hasRanges ? 3 : 4);
/** Drawn twice as large, so that it stays sharp on paper and in slides. */
const SCALE = 2;
const MAX_ASSUMPTIONS = 10;
const FONT = '"Inter Variable", "Noto Sans KR Variable", sans-serif';
/** A picture goes onto white paper and slides, whatever the theme: Okabe–Ito on white. */
const colors = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const TEXT = "#1d2430";
const DIM = "#5d6879";
const GOOD = "#117a4b";
const BAD = "#b42318";

/** The comparison as a PNG: title, legend, the assumptions that differ, the main figures as bars. */
export function drawComparison(view: ComparisonView, words: PictureWords): Promise<Blob> {
  const { columns, comparison } = view;
  const assumptions = comparison.assumptions.slice(0, MAX_ASSUMPTIONS);
  const indicators = listMainIndicators(view);
  const chartHeight = 26 + columns.length * LINE + 18;
  const chartsTop = MARGIN + 34 + LINE + 12 + (assumptions.length + 1) * LINE + 20;
  const draws = countDraws(view);
  const inRow = chartsInRow(draws > 0);
  const chartsBottom = chartsTop + Math.ceil(indicators.length / inRow) * chartHeight;
  const height = chartsBottom + (draws > 0 ? LINE : 0) + MARGIN - 10;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("drawComparison: the page cannot draw");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = "middle";
  write(pen, words.title, MARGIN, MARGIN + 8, { size: 18, weight: 650, maxWidth: WIDTH - 2 * MARGIN });
  drawLegend(pen, view, MARGIN + 42);
  drawAssumptions(pen, view, assumptions, words, MARGIN + 34 + LINE + 12);
  const chartWidth = (WIDTH - 2 * MARGIN) / inRow;
  for (const [index, indicator] of indicators.entries())
    drawBars(pen, view, indicator, words, {
      left: MARGIN + (index % inRow) * chartWidth,
      top: chartsTop + Math.floor(index / inRow) * chartHeight,
      width: chartWidth - 24,
    });
  if (draws > 0)
    write(pen, describeDraws(draws, words), MARGIN, chartsBottom + 4, {
      size: 12,
      color: DIM,
      maxWidth: WIDTH - 2 * MARGIN,
    });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error("drawComparison: no picture")) : resolve(blob),
    );
  });
}

/** Draws of the column that has the fewest; 0 where no ranges are shown. */
const countDraws = ({ summaries }: Pick<ComparisonView, "summaries">): number => {
  const known = summaries.flatMap((summary) => summary ?? []);
  return known.length === 0 ? 0 : Math.min(...known.map(({ draws }) => draws));
};

const describeDraws = (count: number, { t, language }: PictureWords): string => {
  const draws = t("engine.run.draws", { count, shown: formatNumber(count, language) });
  return t("compare.drawsNote", { draws });
};

interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly color?: string;
  readonly align?: CanvasTextAlign;
  readonly maxWidth?: number;
}

/** Text that is cut with an ellipsis where it would be wider than `maxWidth`. */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: TextStyle = {},
): void {
  const { size = 13, weight = 400, color = TEXT, align = "left", maxWidth = 400 } = style;
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillStyle = color;
  pen.textAlign = align;
  let shown = text;
  while (shown.length > 1 && pen.measureText(shown).width > maxWidth) shown = `${shown.slice(0, -2)}…`;
  pen.fillText(shown, x, y);
}

function drawLegend(pen: CanvasRenderingContext2D, { columns }: ComparisonView, y: number): void {
  const width = (WIDTH - 2 * MARGIN) / columns.length;
  for (const [index, { letter, title }] of columns.entries()) {
    const x = MARGIN + index * width;
    pen.fillStyle = colors[index] ?? TEXT;
    pen.fillRect(x, y - 6, 12, 12);
    write(pen, `${letter} ${title}`, x + 18, y, { weight: 600, maxWidth: width - 28 });
  }
}

function drawAssumptions(
  pen: CanvasRenderingContext2D,
  { columns }: ComparisonView,
  assumptions: ComparisonView["comparison"]["assumptions"],
  { t, language }: PictureWords,
  top: number,
): void {
  const nameWidth = 320;
  const width = (WIDTH - 2 * MARGIN - nameWidth) / columns.length;
  write(pen, t("compare.assumptionsTitle"), MARGIN, top + LINE / 2, { size: 12, color: DIM });
  for (const [index, { letter }] of columns.entries())
    write(pen, letter, MARGIN + nameWidth + (index + 1) * width, top + LINE / 2, {
      color: DIM,
      align: "right",
    });
  for (const [row, { lever, values }] of assumptions.entries()) {
    const y = top + (row + 1) * LINE;
    pen.fillStyle = "#e3e6eb";
    pen.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, 1);
    write(pen, nameLever(lever, t), MARGIN, y + LINE / 2, { maxWidth: nameWidth - 10 });
    for (const [index, value] of values.entries())
      write(
        pen,
        formatLeverValue(lever, value, t, language),
        MARGIN + nameWidth + (index + 1) * width,
        y + LINE / 2,
        {
          align: "right",
          weight: value === values[0] ? 400 : 600,
          maxWidth: width - 10,
        },
      );
  }
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

function drawBars(
  pen: CanvasRenderingContext2D,
  { columns, summaries }: ComparisonView,
  indicator: ComparisonView["comparison"]["indicators"][number],
  { t, language }: PictureWords,
  { left, top, width }: Place,
): void {
  const { definition, values } = indicator;
  const { key, unit } = definition;
  write(pen, t(`indicator.${key}.name`), left, top + 10, { weight: 600, maxWidth: width });
  const labels = values.map((value, index) => {
    const verdict = shownVerdict(indicator, index);
    const mark = verdict === "better" ? " ✓" : verdict === "worse" ? " ✗" : "";
    return {
      figure: `${formatFigure(value, unit, language)}${mark}`,
      range: describeSpread(findSpread(summaries[index], key), unit, t, language),
      color: verdict === "better" ? GOOD : verdict === "worse" ? BAD : TEXT,
    };
  });
  const labelWidths = labels.map(
    ({ figure, range }) => measure(pen, figure, 12) + 8 + measure(pen, range, 11),
  );
  const barLeft = left + 16;
  const barWidth = Math.max(60, Math.min(width - 110, width - 30 - Math.max(...labelWidths)));
  for (const [index, { lengthRatio, spread, endRatio }] of layOutBars(indicator, summaries).entries()) {
    const y = top + 26 + index * LINE;
    const middle = y + LINE / 2 - 2;
    write(pen, columns[index]?.letter ?? "", left, middle, { size: 11, color: DIM });
    pen.fillStyle = colors[index] ?? TEXT;
    pen.fillRect(barLeft, y + 3, Math.max(1, lengthRatio * barWidth), LINE - 10);
    if (spread !== null)
      drawWhisker(pen, barLeft + spread.fromRatio * barWidth, barLeft + spread.toRatio * barWidth, middle);
    const { figure, range, color } = labels[index] ?? { figure: "", range: "", color: TEXT };
    const textLeft = barLeft + 8 + endRatio * barWidth;
    write(pen, figure, textLeft, middle, { size: 12, color });
    write(pen, range, textLeft + measure(pen, figure, 12) + 8, middle, { size: 11, color: DIM });
  }
}

function measure(pen: CanvasRenderingContext2D, text: string, size: number): number {
  pen.font = `400 ${size}px ${FONT}`;
  return pen.measureText(text).width;
}

/** A line from P10 to P90 with its ends marked, seen on every colour of a bar. */
function drawWhisker(pen: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  for (const [color, spare] of [
    ["#ffffff", 1],
    [TEXT, 0],
  ] as const) {
    pen.fillStyle = color;
    pen.fillRect(from - spare, y - 0.75 - spare, to - from + 2 * spare, 1.5 + 2 * spare);
    for (const end of [from, to])
      pen.fillRect(end - 0.75 - spare, y - 4 - spare, 1.5 + 2 * spare, 8 + 2 * spare);
  }
}

/** "2.2 % – 3.1 %"; one figure where both ends read the same, nothing where there is no range. */
function describeSpread(
  spread: readonly [number, number] | null,
  unit: IndicatorDefinition["unit"],
  t: TFunction,
  language: Language,
): string {
  if (spread === null) return "";
  const [low, high] = spread.map((value) =>
    formatFigure(unit === "year" ? Math.round(value) : value, unit, language),
  );
  return low === high ? `${low}` : t("engine.certainty.range", { low, high });
}
