import type { TaskGridLine } from "../../engine/plan-api";
import { formatExactMoney } from "../../ui/format-money";
import { headroomOf } from "./source-rows";
import type { TaskGridContext } from "./task-grid-context";
import { findDirectLine, type SourceYear, type TaskGridEntry } from "./task-grid-rows";

/** What the tooltip of an amount says: every won, where it comes from, and what can be done here. */
export function describeAmount(
  row: TaskGridEntry,
  year: number,
  context: TaskGridContext,
): string | undefined {
  switch (row.kind) {
    case "line":
      return describeLine(row.line, year, context);
    case "task": {
      const direct = findDirectLine(row.task, year);
      if (direct !== undefined) return describeLine(direct, year, context);
      if (row.task.lines.length === 0) return context.t("tasks.noLines");
      const parts = row.task.lines.flatMap((line) => {
        const amount = line.amounts[year];
        if (amount === undefined) return [];
        return `${nameLine(line)}: ${formatExactMoney(amount.likelyWon, context.language)}`;
      });
      return [...parts, context.t("tasks.severalLines")].join("\n");
    }
    case "source": {
      const entry = row.byYear[year];
      return entry === undefined ? undefined : describeHeadroom(entry, context);
    }
    default:
      return undefined;
  }
}

const nameLine = (line: TaskGridLine) => `${line.sourceTitle} · ${line.channelTitle}`;

function describeLine(line: TaskGridLine, year: number, { t, language }: TaskGridContext): string {
  const amount = line.amounts[year];
  if (amount === undefined) return t("tasks.emptyAmount", { line: nameLine(line) });
  const notes = [`${nameLine(line)}: ${formatExactMoney(amount.likelyWon, language)}`];
  if (amount.isIllustrative) notes.push(`◇ ${t("tasks.illustrativeNote")}`);
  if (amount.citation !== "") notes.push(amount.citation);
  return notes.join("\n");
}

function describeHeadroom(entry: SourceYear, { t, language }: TaskGridContext): string | undefined {
  const headroomWon = headroomOf(entry);
  if (headroomWon === null || entry.ceilingWon === null) return t("tasks.noCeiling");
  const line = (key: string, won: number) => `${t(key)}: ${formatExactMoney(won, language)}`;
  return [
    line("tasks.ceiling", entry.ceilingWon),
    line("tasks.plannedByTasks", entry.tasksWon),
    line("tasks.committees", entry.committeesWon),
    line("tasks.residents", entry.residentsWon),
    line(headroomWon < 0 ? "tasks.exceededBy" : "tasks.headroom", Math.abs(headroomWon)),
  ].join("\n");
}
