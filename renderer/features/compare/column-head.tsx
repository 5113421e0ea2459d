import { useTranslation } from "react-i18next";
import type { ComparedColumn } from "./compare-choice";
import classes from "./compare-table.module.css";

/** Tokens of the colours that stand for the columns, in their order. */
export const columnColors = [
  "--series-1",
  "--series-2",
  "--series-3",
  "--series-4",
  "--series-5",
  "--series-6",
] as const;

interface ColumnHeadsProps {
  readonly columns: readonly ComparedColumn[];
  readonly onMakeFirst?: (key: string) => void;
}

/** The heads of the scenario columns: letter, title, and a way to take differences from another one. */
export function ColumnHeads({ columns, onMakeFirst }: ColumnHeadsProps) {
  const { t } = useTranslation();
  return columns.map((column, index) => (
    <th key={column.key} scope="col">
      <span className={classes.column} title={column.title}>
        <Letter column={column} index={index} />
        <span className={classes.columnTitle}>{column.title}</span>
      </span>
      {onMakeFirst !== undefined && (
        <div className={classes.reference}>
          {index === 0 ? (
            t("compare.reference")
          ) : (
            <button
              type="button"
              className={classes.first}
              aria-label={`${t("compare.makeFirst")}: ${column.title}`}
              onClick={() => onMakeFirst(column.key)}
            >
              {t("compare.makeFirst")}
            </button>
          )}
        </div>
      )}
    </th>
  ));
}

export function Letter({ column, index }: { readonly column: ComparedColumn; readonly index: number }) {
  return (
    <span
      className={classes.letter}
      style={{ borderColor: `var(${columnColors[index] ?? columnColors[0]})` }}
    >
      {column.letter}
    </span>
  );
}
