import { type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeverValues } from "../../../../core/scenario/lever";
import classes from "./heatmap.module.css";
import type { HeatmapCell, HeatmapGrid } from "./heatmap-grid";

interface HeatmapProps {
  readonly name: string;
  readonly grid: HeatmapGrid;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly show: (value: number | null) => string;
  /** Row and column of the levers as they stand. */
  readonly current: readonly [number, number] | null;
  readonly isReadOnly: boolean;
  readonly onPick: (levers: LeverValues) => void;
}

const ARROWS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A figure over two levers: darker is more, lines run where a round figure is crossed. One cell takes the focus; arrows move it. */
export const Heatmap = memo(function Heatmap(props: HeatmapProps) {
  const { grid, rowLabels, columnLabels, current } = props;
  const { t } = useTranslation();
  const [focused, setFocused] = useState<readonly [number, number]>([0, 0]);
  const tableRef = useRef<HTMLTableElement>(null);
  const row = Math.min(focused[0], rowLabels.length - 1);
  const column = Math.min(focused[1], columnLabels.length - 1);
  const move = (event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = [
      Math.min(rowLabels.length - 1, Math.max(0, row + step[0])),
      Math.min(columnLabels.length - 1, Math.max(0, column + step[1])),
    ] as const;
    setFocused(next);
    tableRef.current?.querySelector<HTMLElement>(`[data-at="${next[0]} ${next[1]}"]`)?.focus();
  };
  return (
    <div className={classes.scroll}>
      <table ref={tableRef} className={classes.table} aria-label={props.name} onKeyDown={move}>
        <thead>
          <tr>
            <td className={classes.corner} />
            <th scope="colgroup" className={classes.title} colSpan={columnLabels.length}>
              {props.columnTitle}
            </th>
          </tr>
          <tr>
            <th scope="col" className={classes.rowTitle}>
              {props.rowTitle}
            </th>
            {columnLabels.map((label) => (
              <th key={label} scope="col" className={classes.label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.cells.map((cells, rowIndex) => (
            <tr key={rowLabels[rowIndex]}>
              <th scope="row" className={classes.label}>
                {rowLabels[rowIndex]}
              </th>
              {cells.map((cell, columnIndex) => (
                <td key={columnLabels[columnIndex]} className={classes.cell} {...edges(cell)}>
                  <button
                    type="button"
                    className={classes.button}
                    data-at={`${rowIndex} ${columnIndex}`}
                    data-current={(current?.[0] === rowIndex && current[1] === columnIndex) || undefined}
                    style={{ "--heat-percent": `${4 + 64 * cell.heat}%` } as React.CSSProperties}
                    data-empty={cell.value === null || undefined}
                    tabIndex={rowIndex === row && columnIndex === column ? 0 : -1}
                    aria-disabled={cell.value === null || props.isReadOnly || undefined}
                    aria-label={t("engine.sweep.cell", {
                      row: `${props.rowTitle} ${rowLabels[rowIndex]}`,
                      column: `${props.columnTitle} ${columnLabels[columnIndex]}`,
                      value: props.show(cell.value),
                    })}
                    onFocus={() => setFocused([rowIndex, columnIndex])}
                    onClick={() => {
                      if (cell.value !== null && !props.isReadOnly) props.onPick(cell.levers);
                    }}
                  >
                    {props.show(cell.value)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

const edges = ({ isEdgeRight, isEdgeBelow }: HeatmapCell) => ({
  "data-edge-right": isEdgeRight || undefined,
  "data-edge-below": isEdgeBelow || undefined,
});
