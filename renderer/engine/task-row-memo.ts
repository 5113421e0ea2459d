import type { Row } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { groupBy } from "./group-by";
import type { TaskGridRow } from "./plan-api";

type Lines = readonly Row<"budgetLine">[];

/**
 * The rows of the task grid as they were last read. Tasks that did not change
 * since are the same objects, and are not even looked at after an edit that only
 * puts rows in the places of others.
 */
export class TaskRowMemo {
  #shared: readonly unknown[] = [];
  #evidence: readonly Row<"evidence">[] = [];
  /** Which changes of the lines were seen. */
  #mark = -1;
  #linesByTask: Map<string, Lines> = new Map();
  #tasks: readonly Row<"task">[] = [];
  #rows: readonly TaskGridRow[] = [];
  #placeOfTask = new Map<string, number>();
  /** Tasks of which something was changed since; null for all. */
  #stale: Set<string> | null = null;

  /** Takes note of what every row shows. */
  share(shared: readonly unknown[]): void {
    if (!isSameList(shared, this.#shared)) this.#stale = null;
    this.#shared = shared;
  }

  /** Takes note of what is said about amounts. */
  cite(
    evidence: readonly Row<"evidence">[],
    findLine: (rowId: string) => Row<"budgetLine"> | undefined,
  ): void {
    if (evidence === this.#evidence) return;
    const [before, now] = [new Set(this.#evidence), new Set(evidence)];
    const gone = this.#evidence.filter((row) => !now.has(row));
    const come = evidence.filter((row) => !before.has(row));
    for (const { entity, rowId } of [...gone, ...come])
      if (entity === "budgetLine") this.#stale?.add(findLine(rowId)?.taskId ?? "");
    this.#evidence = evidence;
  }

  /** Takes note of all lines; returns those of a task. */
  group(tables: PlanTables): (taskId: string) => Lines {
    const { mark, replaced } = tables.replacedSince("budgetLine", this.#mark);
    this.#mark = mark;
    if (replaced?.every(({ before, row }) => before.taskId === row.taskId)) {
      for (const { before, row } of replaced) {
        const lines = this.#linesByTask.get(row.taskId) ?? NO_LINES;
        this.#linesByTask.set(
          row.taskId,
          lines.map((line) => (line === before ? row : line)),
        );
        this.#stale?.add(row.taskId);
      }
    } else {
      this.#linesByTask = groupBy(tables.all("budgetLine"), (line) => line.taskId);
      this.#stale = null;
    }
    return (taskId) => this.#linesByTask.get(taskId) ?? NO_LINES;
  }

  /** A row for each task, in their order. The same list where nothing changed. */
  list(tasks: readonly Row<"task">[], make: (task: Row<"task">) => TaskGridRow): readonly TaskGridRow[] {
    const stale = this.#stale;
    this.#stale = new Set();
    if (stale === null || tasks !== this.#tasks) {
      const known = new Map(
        stale === null ? [] : this.#tasks.map((task, place) => [task, this.#rows[place]]),
      );
      this.#rows = tasks.map((task) => (stale?.has(task.id) ? undefined : known.get(task)) ?? make(task));
      this.#placeOfTask = new Map(tasks.map(({ id }, place) => [id, place]));
      this.#tasks = tasks;
    } else if (stale.size > 0) {
      const rows = this.#rows.slice();
      for (const taskId of stale) {
        const place = this.#placeOfTask.get(taskId) ?? -1;
        const task = tasks[place];
        if (task !== undefined) rows[place] = make(task);
      }
      this.#rows = rows;
    }
    return this.#rows;
  }
}

const NO_LINES: Lines = [];

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
