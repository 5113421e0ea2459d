import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describeCellValue, nameEntity, nameField } from "../../session/cell-text";
import { useCellTelling } from "../../session/use-cell-telling";
import classes from "./cell-changes.module.css";
import type { CellsOfRow } from "./group-cells";
import { useLeverNames } from "./use-lever-names";

const ROWS_AT_ONCE = 60;

/** How a row is marked: it came, it went, or cells of it changed. */
export type RowKind = "added" | "deleted" | "changed";

export interface ChangedRow extends CellsOfRow {
  readonly kind?: RowKind;
}

interface CellChangesProps {
  readonly rows: readonly ChangedRow[];
  /** What the two columns are called. */
  readonly heads: { readonly from: string; readonly to: string };
  readonly caption: string;
  /** How rows are marked that only one side has; as added and deleted unless told. */
  readonly marks?: { readonly added: string; readonly deleted: string };
}

/** Cells before and after, row by row; long lists are shown in parts. */
export function CellChanges({ rows, heads, caption, marks }: CellChangesProps) {
  const { t } = useTranslation();
  const said = marks ?? { added: t("history.kind.added"), deleted: t("history.kind.deleted") };
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const sayName = useLeverNames();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("history.field")}</th>
            <th scope="col">{heads.from}</th>
            <th scope="col">{heads.to}</th>
          </tr>
        </thead>
        {rows.slice(0, shown).map((row) => (
          <RowCells key={row.key} row={row} rowName={sayName(row.rowName)} marks={said} />
        ))}
      </table>
      {rows.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + ROWS_AT_ONCE)}>
          {t("history.moreRows", { count: Math.min(ROWS_AT_ONCE, rows.length - shown) })}
        </Button>
      )}
    </div>
  );
}

interface RowCellsProps {
  readonly row: ChangedRow;
  readonly rowName: string;
  readonly marks: { readonly added: string; readonly deleted: string };
}

function RowCells({ row, rowName, marks }: RowCellsProps) {
  const telling = useCellTelling();
  return (
    <tbody>
      <tr className={classes.row}>
        <th scope="rowgroup" colSpan={3}>
          <span className={classes.entity}>{nameEntity(row.entity, telling)}</span> {rowName}
          {row.kind !== undefined && row.kind !== "changed" && (
            <span className={classes.kind} data-kind={row.kind}>
              {marks[row.kind]}
            </span>
          )}
        </th>
      </tr>
      {row.cells.map((cell) => (
        <tr key={cell.field}>
          <th scope="row">{nameField(cell.field, telling)}</th>
          <td className={classes.from}>{describeCellValue(cell.entity, cell.field, cell.from, telling)}</td>
          <td>{describeCellValue(cell.entity, cell.field, cell.to, telling)}</td>
        </tr>
      ))}
    </tbody>
  );
}
