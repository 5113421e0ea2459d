import type { TaskOutcome } from "../../../core/scenario/outcome";

/** What a task does in a year: `late` is the first year of a delayed task, `idle` one in which nothing was planned. */
export type MatrixCell = "funded" | "partial" | "late" | "dropped" | "idle";

/**
 * One cell a year. Money decides: a year is funded when money flows in it; a
 * dropped task shows the years it was planned for.
 */
export function listMatrixCells(
  task: TaskOutcome,
  years: readonly number[],
  plannedWonByYear: Readonly<Record<string, number>>,
): MatrixCell[] {
  const firstFunded = task.fundedWonByYear.findIndex((won) => won > 0);
  return years.map((year, index) => {
    if (task.status === "dropped") return (plannedWonByYear[year] ?? 0) > 0 ? "dropped" : "idle";
    if ((task.fundedWonByYear[index] ?? 0) <= 0) return "idle";
    if (task.status === "partial") return "partial";
    return task.status === "delayed" && index === firstFunded ? "late" : "funded";
  });
}
