/** Columns of money, by what they sum. */
export type MoneyColumn =
  | { readonly type: "total" | "before" | "after" }
  | { readonly type: "year"; readonly year: number };

export const yearColumnId = (year: number) => `year-${year}`;

/** What a column sums; undefined for the columns that hold no money. */
export function readMoneyColumn(columnId: string): MoneyColumn | undefined {
  if (columnId === "total" || columnId === "before" || columnId === "after") return { type: columnId };
  return columnId.startsWith("year-") ? { type: "year", year: Number(columnId.slice(5)) } : undefined;
}
