import { TextInput, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language";
import { checkFigure, editableFigure, showFigure, type TypedField } from "./check-figure";
import classes from "./figure-box.module.css";
import type { MoneyUnit } from "./money-unit";
import { useSelectOnFocus } from "./use-select-on-focus";

/** Where a figure comes from. */
export interface FigureSource {
  readonly kind: "cited" | "illustrative";
  readonly note: string;
  readonly url: string;
}

interface FigureBoxProps {
  readonly label: string;
  readonly field: TypedField;
  readonly value: string | number;
  /** Saves the value; the reason when it is refused. */
  readonly onCommit: (value: string | number) => Promise<string | null>;
  readonly source?: FigureSource | undefined;
  /** What emptying the box does; without it an empty box is refused. */
  readonly onClear?: (() => Promise<string | null>) | undefined;
  /** What the active scenario has instead. */
  readonly scenarioText?: string | undefined;
  /** A reason why a value that fits the field does not fit here. */
  readonly checkMore?: ((value: string | number) => string | null) | undefined;
  readonly isReadOnly?: boolean;
  /** The label is for screen readers only (it stands above, or in a table's head). */
  readonly isBare?: boolean;
  readonly wide?: boolean;
  /** Names the box, so that it can be found. */
  readonly cellId?: string;
  /** The box has the focus. */
  readonly onSelect?: () => void;
  /** Unit of bare amounts of money. */
  readonly unit?: MoneyUnit;
}

/** One figure of the plan with its label: typed like a cell, refused in place with the reason, Escape puts it back. */
export function FigureBox({
  label,
  field,
  value,
  onCommit,
  onClear,
  source,
  scenarioText,
  checkMore,
  isReadOnly = false,
  isBare = false,
  wide = false,
  cellId,
  onSelect,
  unit = "thousand",
}: FigureBoxProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const selecting = useSelectOnFocus(text !== null);
  const note = describeSource(source, t("figure.illustrative"));
  const isEdited = text !== null && (reason !== null || text !== editableFigure(field, value, unit));
  const check = (typed: string) => {
    const checked = checkFigure(field, typed, t, unit);
    if (!checked.ok) return checked.error.reason;
    return checkMore?.(checked.value) ?? null;
  };
  const stop = () => {
    setText(null);
    setReason(null);
  };
  const commit = async () => {
    if (text === null) return;
    if (onClear !== undefined && text.trim() === "") {
      const failure = await onClear();
      return failure === null ? stop() : setReason(failure);
    }
    const checked = checkFigure(field, text, t, unit);
    const refusal = check(text);
    if (!checked.ok || refusal !== null) return setReason(refusal);
    if (checked.value === value) return stop();
    const failure = await onCommit(checked.value);
    if (failure === null) stop();
    else setReason(failure);
  };
  return (
    <div className={isBare ? classes.bare : classes.row} data-wide={wide || undefined} data-cell={cellId}>
      {!isBare && (
        <span className={classes.label} aria-hidden>
          {label}
          {source?.kind === "illustrative" && <span className={classes.mark}> ◇</span>}
        </span>
      )}
      {scenarioText !== undefined && (
        <span className={classes.scenario}>
          <span aria-hidden>→ </span>
          {scenarioText}
        </span>
      )}
      {/* Above the box: at its side it would hide what the box is called, and a refusal needs no source. */}
      <Tooltip label={note} disabled={note === "" || reason !== null} multiline maw={340} position="top-end">
        <TextInput
          {...selecting}
          className={classes.box ?? ""}
          classNames={{ input: classes.input ?? "", error: classes.error ?? "" }}
          aria-label={label}
          aria-description={note === "" ? undefined : note}
          value={text ?? showFigure(field, value, language, unit)}
          error={reason}
          readOnly={isReadOnly}
          autoComplete="off"
          data-text={field.kind === "text" || undefined}
          // Escape puts the figure back first; only then does it close a dialog around it.
          data-mantine-stop-propagation={isEdited || undefined}
          onFocus={() => {
            onSelect?.();
            if (!isReadOnly) setText((current) => current ?? editableFigure(field, value, unit));
          }}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setText(typed);
            if (reason !== null) setReason(check(typed));
          }}
          onBlur={() => void commit()}
          onKeyDown={(event) => {
            if (event.key === "Enter") void commit();
            if (event.key === "Escape" && isEdited) {
              event.stopPropagation();
              stop();
            }
          }}
        />
      </Tooltip>
    </div>
  );
}

/** What the tooltip of a figure says about where it comes from. */
export function describeSource(source: FigureSource | undefined, illustrative: string): string {
  if (source === undefined) return "";
  const mark = source.kind === "illustrative" ? `◇ ${illustrative}` : "";
  return [mark, source.note, source.url].filter((part) => part !== "").join("\n");
}
