import type { BudgetFlow } from "../../../core/budget/summarise-budget-flow";

export interface FlowNode {
  readonly key: string;
  readonly won: number;
  readonly y: number;
  readonly height: number;
}

/** A band from a source on the left to an area on the right, in the drawing's own pixels. */
export interface FlowBand {
  readonly flow: BudgetFlow;
  readonly height: number;
  readonly fromY: number;
  readonly toY: number;
}

export interface FlowLayout {
  readonly sources: readonly FlowNode[];
  readonly areas: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
}

/**
 * Sources and areas as two stacks whose heights tell their money, with the bands
 * between them. `sourceIds` and `areaCount` give the order from top to bottom;
 * those without money are left out. Every node has its gap below it.
 */
export function layOutFlow(
  flows: readonly BudgetFlow[],
  sourceIds: readonly string[],
  areaCount: number,
  { height, gap }: { readonly height: number; readonly gap: number },
): FlowLayout {
  const totalWon = flows.reduce((sum, { won }) => sum + won, 0);
  if (totalWon === 0) return { sources: [], areas: [], bands: [] };
  const keysWithMoney = (keys: readonly string[], keyOf: (flow: BudgetFlow) => string) =>
    keys.filter((key) => flows.some((flow) => keyOf(flow) === key));
  const areaKeys = keysWithMoney(
    Array.from({ length: areaCount }, (_, index) => String(index)),
    ({ areaIndex }) => String(areaIndex),
  );
  const sourceKeys = keysWithMoney(sourceIds, ({ sourceId }) => sourceId);
  const nodeCount = Math.max(areaKeys.length, sourceKeys.length);
  const scale = (height - gap * (nodeCount - 1)) / totalWon;
  const stack = (keys: readonly string[], keyOf: (flow: BudgetFlow) => string): FlowNode[] => {
    const free = height - totalWon * scale - gap * (keys.length - 1);
    let y = free / 2;
    return keys.map((key) => {
      const won = flows.reduce((sum, flow) => (keyOf(flow) === key ? sum + flow.won : sum), 0);
      const node = { key, won, y, height: won * scale };
      y += node.height + gap;
      return node;
    });
  };
  const sources = stack(sourceKeys, ({ sourceId }) => sourceId);
  const areas = stack(areaKeys, ({ areaIndex }) => String(areaIndex));
  const usedFrom = new Map(sources.map(({ key, y }) => [key, y]));
  const usedTo = new Map(areas.map(({ key, y }) => [key, y]));
  const bands = sources.flatMap(({ key: sourceId }) =>
    areas.flatMap(({ key: areaKey }): FlowBand[] => {
      const flow = flows.find(
        (candidate) => candidate.sourceId === sourceId && String(candidate.areaIndex) === areaKey,
      );
      if (flow === undefined) return [];
      const fromY = usedFrom.get(sourceId) ?? 0;
      const toY = usedTo.get(areaKey) ?? 0;
      const bandHeight = flow.won * scale;
      usedFrom.set(sourceId, fromY + bandHeight);
      usedTo.set(areaKey, toY + bandHeight);
      return [{ flow, height: bandHeight, fromY, toY }];
    }),
  );
  return { sources, areas, bands };
}
