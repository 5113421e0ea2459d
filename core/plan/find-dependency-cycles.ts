/** What must come before what: task id → ids of its predecessors. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * Groups of tasks that wait for each other in a circle, each sorted by id; a task
 * that depends on itself is a group of one. Empty when there is no circle.
 *
 * Strongly connected components, Tarjan 1972; O(tasks + dependencies).
 */
export function findDependencyCycles(dependencies: Dependencies): readonly (readonly string[])[] {
  const indexOf = new Map<string, number>();
  const lowestOf = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  const visit = (root: string) => {
    const work: { task: string; next: number }[] = [{ task: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      if (frame === undefined) break;
      const { task } = frame;
      if (frame.next === 0) {
        indexOf.set(task, indexOf.size);
        lowestOf.set(task, indexOf.get(task) ?? 0);
        open.push(task);
        isOpen.add(task);
      }
      const predecessor = dependencies.get(task)?.[frame.next];
      frame.next += 1;
      if (predecessor !== undefined) {
        if (!indexOf.has(predecessor)) work.push({ task: predecessor, next: 0 });
        else if (isOpen.has(predecessor)) lower(task, indexOf.get(predecessor) ?? 0);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent !== undefined) lower(parent.task, lowestOf.get(task) ?? 0);
      if (lowestOf.get(task) === indexOf.get(task)) closeComponent(task);
    }
  };

  const lower = (task: string, candidate: number) =>
    lowestOf.set(task, Math.min(lowestOf.get(task) ?? candidate, candidate));

  const closeComponent = (root: string) => {
    const component: string[] = [];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      isOpen.delete(task);
      component.push(task);
      if (task === root) break;
    }
    const waitsForItself = dependencies.get(root)?.includes(root) ?? false;
    if (component.length > 1 || waitsForItself) cycles.push(component.sort());
  };

  for (const task of [...dependencies.keys()].sort()) if (!indexOf.has(task)) visit(task);
  return cycles;
}
