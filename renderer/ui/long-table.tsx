import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import classes from "./long-table.module.css";

interface LongTableProps {
  readonly className: string;
  /** What the scrolling part is called, where there is one. */
  readonly label: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The line of headings. */
  readonly head: ReactNode;
  /** A `tr` with a key; rows of a long table carry `aria-rowindex={rowIndexOf(index)}`. */
  readonly renderRow: (index: number) => ReactNode;
}

/** More rows than this scroll by themselves, and only those in view are drawn. */
const LONGEST_WHOLE = 40;
/** As in long-table.module.css. */
const ROW_HEIGHT = 40;
const ROWS_BEYOND = 6;

/** Rows are counted from 1, and the headings are the first. */
export const rowIndexOf = (index: number | undefined): number | undefined =>
  index === undefined ? undefined : index + 2;

/** A table that stays quick with thousands of rows. A short one is drawn as it is. */
export function LongTable(props: LongTableProps) {
  if (props.rowCount > LONGEST_WHOLE) return <WindowedTable {...props} />;
  return (
    <table className={props.className}>
      <thead>{props.head}</thead>
      <tbody>{Array.from({ length: props.rowCount }, (_, index) => props.renderRow(index))}</tbody>
    </table>
  );
}

function WindowedTable({ className, label, rowCount, columnCount, head, renderRow }: LongTableProps) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_BEYOND,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    // biome-ignore lint/a11y/useSemanticElements: a group of rows is no fieldset
    <div ref={scrollRef} className={classes.window} tabIndex={0} role="group" aria-label={label}>
      <table className={className} aria-rowcount={rowCount + 1}>
        <thead>{head}</thead>
        <tbody>
          <Gap height={above} columnCount={columnCount} />
          {items.map(({ index }) => renderRow(index))}
          <Gap height={below} columnCount={columnCount} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height, columnCount }: { readonly height: number; readonly columnCount: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columnCount} style={{ height }} />
    </tr>
  );
}
