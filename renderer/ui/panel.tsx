import { type ClipboardEventHandler, type ReactNode, useId } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  /** What is shown. */
  readonly title: ReactNode;
  /** Unit and comparison, in grey behind the title. */
  readonly subtitle?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
  /** What is pasted while anything in the panel has the focus. */
  readonly onPaste?: ClipboardEventHandler;
  readonly children: ReactNode;
}

/** A white panel with a heading: the box that every figure of a screen stands in. */
export function Panel({ title, subtitle, action, className, onPaste, children }: PanelProps) {
  const headingId = useId();
  return (
    <section className={`${classes.panel} ${className ?? ""}`} aria-labelledby={headingId} onPaste={onPaste}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {title}
          {subtitle !== undefined && <span className={classes.subtitle}> {subtitle}</span>}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
