import type { Row } from "../../../core/plan/entities";
import type { RowNamesView, TaskGridView } from "../../engine/plan-api";

/** Names of the rows that an outcome speaks of by id; the id itself where a row is gone. */
export interface RowNames {
  source(id: string): string;
  resource(id: string): string;
  /** What the resource is counted in follows from its kind; undefined where the row is gone. */
  resourceKind(id: string): Row<"resource">["kind"] | undefined;
  committee(id: string): string;
  group(id: string): string;
  /** Code and title. */
  task(id: string): string;
  taskCode(id: string): string;
}

export function makeRowNames(grid: TaskGridView | undefined, view: RowNamesView | undefined): RowNames {
  const titles = (rows: readonly { readonly id: string; readonly title: string }[] = []) => {
    const byId = new Map(rows.map(({ id, title }) => [id, title]));
    return (id: string) => byId.get(id) ?? id;
  };
  const tasks = new Map(grid?.rows.map((task) => [task.id, task]));
  const taskCode = (id: string) => tasks.get(id)?.code ?? id;
  return {
    source: titles(grid?.sources),
    resource: titles(view?.resources),
    resourceKind: (resourceId) => view?.resources.find(({ id }) => id === resourceId)?.kind,
    committee: titles(view?.committees),
    group: titles(view?.residentGroups),
    task: (id) => `${taskCode(id)} ${tasks.get(id)?.title ?? ""}`.trim(),
    taskCode,
  };
}
