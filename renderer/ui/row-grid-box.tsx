import type { CSSProperties, ReactNode } from "react";
import classes from "./row-grid-box.module.css";

const HEADER_HEIGHT = 36;
const ROW_HEIGHT = 30;
/** The line that says what is selected, and borders. */
const STATUS_HEIGHT = 20;

/** Holds a plain grid, as high as that many of its rows need. */
export function RowGridBox({ rows, children }: { readonly rows: number; readonly children: ReactNode }) {
  const height = HEADER_HEIGHT + ROW_HEIGHT * rows + STATUS_HEIGHT;
  return (
    <div className={classes.box} style={{ "--rows-height": `${height}px` } as CSSProperties}>
      {children}
    </div>
  );
}
