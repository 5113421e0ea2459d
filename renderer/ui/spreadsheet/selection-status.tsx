import { useTranslation } from "react-i18next";
import type { SelectionSummary } from "./use-spreadsheet";

/** What is selected, in words: "3 × 4 cells selected, sum 1,200". Its place stays when nothing is. */
export function SelectionStatus({ summary }: { readonly summary: SelectionSummary | null }) {
  const { t } = useTranslation();
  return (
    <div className="selection-status" role="status" aria-live="polite">
      {summary !== null &&
        t(summary.sum === null ? "spreadsheet.selected" : "spreadsheet.selectedSum", {
          rows: summary.rows,
          columns: summary.columns,
          sum: summary.sum,
        })}
    </div>
  );
}
