import { z } from "zod";
import { findCriticalPath, type TimedTask } from "../../plan/critical-path";
import { err, ok, type Result } from "../../result";
import type { ModelDefinition, ModelInputError, ModelInputs } from "./model-definition";

const Tasks = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(100),
      duration: z.number().min(0).max(1e6),
      after: z.array(z.string()).default([]),
    }),
  )
  .min(1)
  .max(10_000);

/** Reads the `tasks` of the `critical-path` model. */
function readTasks(inputs: ModelInputs): Result<readonly TimedTask[], ModelInputError> {
  const refuse = (reason: string) => err({ type: "invalid-json" as const, key: "tasks", reason });
  const parsed = Tasks.safeParse(inputs.tasks);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.map((issue) => `${issue.path.join(".") || "value"}: ${issue.message}`).join("; "),
    );
  const tasks = parsed.data.map(({ id, duration, after }) => ({ id, duration, predecessorIds: after }));
  const ids = new Set(tasks.map(({ id }) => id));
  if (ids.size < tasks.length) return refuse("an id occurs twice");
  const unknown = tasks.flatMap(({ predecessorIds }) => predecessorIds).find((id) => !ids.has(id));
  if (unknown !== undefined) return refuse(`there is no task "${unknown}" to come after`);
  return findCriticalPath(tasks) === null ? refuse("the tasks wait for each other in a circle") : ok(tasks);
}

/** Models of time. */
export const SCHEDULE_MODELS: readonly ModelDefinition[] = [
  {
    name: "critical-path",
    title: "Critical path: how long a set of tasks takes, and how much slack each has",
    formula: "slack = latest start − earliest start; duration = max earliest finish",
    source: "Kelley & Walker 1959",
    inputs: [
      {
        key: "tasks",
        kind: "json",
        unit: "any unit of time",
        minimum: 0,
        maximum: 1e6,
        description: '[{"id":"A","duration":3},{"id":"B","duration":2,"after":["A"]},…]',
      },
    ],
    check(inputs) {
      const tasks = readTasks(inputs);
      return tasks.ok ? null : tasks.error;
    },
    evaluate(inputs) {
      const tasks = readTasks(inputs);
      const path = tasks.ok ? findCriticalPath(tasks.value) : null;
      if (path === null) throw new Error("critical-path: evaluated with inputs that were refused");
      return {
        duration: path.duration,
        ...Object.fromEntries(path.places.map(({ id, slack }) => [`slack ${id}`, slack])),
      };
    },
  },
];
