import { useTranslation } from "react-i18next";
import type { BudgetFlow } from "../../../core/budget/summarise-budget-flow";
import type { Row } from "../../../core/plan/entities";
import classes from "./budget-charts.module.css";
import { type FlowNode, layOutFlow } from "./lay-out-flow";

interface FlowChartProps {
  readonly flows: readonly BudgetFlow[];
  readonly sources: readonly Row<"source">[];
  readonly areaTitles: readonly string[];
  readonly show: (won: number) => string;
}

/** The drawing is stretched to the panel's width; its height is the panel's own, so that labels meet their nodes. */
const WIDTH = 100;
const HEIGHT = 300;
const NODE_WIDTH = 2;
const SERIES = 6;
const LABEL_HEIGHT = 34;

/** Bands from sources to areas, as wide as their money. */
export function FlowChart({ flows, sources, areaTitles, show }: FlowChartProps) {
  const { t } = useTranslation();
  const sourceIds = sources.map(({ id }) => id);
  const layout = layOutFlow(flows, sourceIds, areaTitles.length, { height: HEIGHT, gap: LABEL_HEIGHT / 2 });
  const nameOf = (sourceId: string) => sources.find(({ id }) => id === sourceId)?.title ?? "";
  const bandName = ({ sourceId, areaIndex, won }: BudgetFlow) =>
    `${nameOf(sourceId)} → ${areaTitles[areaIndex] ?? ""}: ${show(won)}`;
  const says = layout.bands.map(({ flow }) => bandName(flow)).join("; ");
  return (
    <div className={classes.flow} role="img" aria-label={`${t("budget.flow.title")}: ${says}`}>
      <Labels side="from" nodes={layout.sources} nameOf={nameOf} show={show} />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {layout.bands.map(({ flow, height, fromY, toY }) => (
          <path
            key={`${flow.sourceId} ${flow.areaIndex}`}
            d={drawBand(fromY, toY, height)}
            fill={colourOf(sourceIds.indexOf(flow.sourceId))}
            fillOpacity={0.32}
          >
            <title>{bandName(flow)}</title>
          </path>
        ))}
        {layout.sources.map((node) => (
          <Node key={node.key} x={0} node={node} colour={colourOf(sourceIds.indexOf(node.key))} />
        ))}
        {layout.areas.map((node) => (
          <Node key={node.key} x={WIDTH - NODE_WIDTH} node={node} colour="var(--dim)" />
        ))}
      </svg>
      <Labels side="to" nodes={layout.areas} nameOf={(key) => areaTitles[Number(key)] ?? ""} show={show} />
    </div>
  );
}

/** An area rather than a thick line: a line would be stretched with the drawing. */
function drawBand(fromY: number, toY: number, height: number): string {
  const [left, right] = [NODE_WIDTH, WIDTH - NODE_WIDTH];
  const middle = (left + right) / 2;
  return [
    `M${left},${fromY}`,
    `C${middle},${fromY} ${middle},${toY} ${right},${toY}`,
    `V${toY + height}`,
    `C${middle},${toY + height} ${middle},${fromY + height} ${left},${fromY + height}Z`,
  ].join(" ");
}

const colourOf = (index: number) => `var(--series-${(Math.max(0, index) % SERIES) + 1})`;

const Node = ({
  x,
  node,
  colour,
}: {
  readonly x: number;
  readonly node: FlowNode;
  readonly colour: string;
}) => <rect x={x} y={node.y} width={NODE_WIDTH} height={Math.max(1, node.height)} fill={colour} />;

interface LabelsProps {
  readonly side: "from" | "to";
  readonly nodes: readonly FlowNode[];
  readonly nameOf: (key: string) => string;
  readonly show: (won: number) => string;
}

/** Middles of the labels: beside their nodes, pushed down where they would overlap, then up where the last would leave the drawing. */
function placeLabels(nodes: readonly FlowNode[]) {
  let freeFrom = 0;
  const fromTop = nodes.map((node) => {
    const centre = Math.max(node.y + node.height / 2, freeFrom + LABEL_HEIGHT / 2);
    freeFrom = centre + LABEL_HEIGHT / 2;
    return { ...node, centre };
  });
  let freeTo = HEIGHT;
  return fromTop
    .toReversed()
    .map((node) => {
      const centre = Math.min(node.centre, freeTo - LABEL_HEIGHT / 2);
      freeTo = centre - LABEL_HEIGHT / 2;
      return { ...node, centre };
    })
    .toReversed();
}

/** Names beside the nodes, moved apart where nodes are thinner than their names. */
function Labels({ side, nodes, nameOf, show }: LabelsProps) {
  const placed = placeLabels(nodes);
  return (
    <ul className={classes.labels} data-side={side}>
      {placed.map(({ key, won, centre }) => (
        <li key={key} style={{ top: `${(centre / HEIGHT) * 100}%` }} title={nameOf(key)}>
          <span>{nameOf(key)}</span>
          <span className={classes.won}>{show(won)}</span>
        </li>
      ))}
    </ul>
  );
}
