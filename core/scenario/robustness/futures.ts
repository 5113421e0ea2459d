import { z } from "zod";
import { err, ok, type Result } from "../../result";
import { applyScenario } from "../applied-scenario";
import type { CompiledPlan } from "../compiled-plan";
import { createEvaluator } from "../evaluator";
import type { LeverValues } from "../lever";
import { listDroppedRequired, type MeasureKey, readMeasures } from "../measures";
import { perturb } from "../sensitivity/plan-factors";

const positive = z.number().positive().max(100);

const schema = z.strictObject({
  futures: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        /** Levers over those of each scenario. */
        set: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
        /** Factors on every ceiling, on those of some sources, and on all budget lines. */
        ceilingFactor: positive.optional(),
        ceilingFactorBySource: z.record(z.string(), positive).default({}),
        costFactor: positive.optional(),
      }),
    )
    .min(1),
});

/** A way the world may turn out, whatever one decides. */
export type Future = z.infer<typeof schema>["futures"][number];

export interface FuturesError {
  readonly type: "invalid-futures";
  readonly at: string;
  readonly reason: string;
}

/** Reads futures from outside; names are unique. */
export function parseFutures(json: unknown): Result<readonly Future[], FuturesError> {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err({
      type: "invalid-futures",
      at: issue?.path.join(".") ?? "",
      reason: issue?.message ?? "not readable",
    });
  }
  const { futures } = parsed.data;
  const twice = futures.findIndex(({ name }, at) => futures.findIndex((other) => other.name === name) < at);
  return twice < 0
    ? ok(futures)
    : err({ type: "invalid-futures", at: `futures.${twice}.name`, reason: "the name occurs twice" });
}

/** How a scenario fares in a future. */
export interface FutureOutcome {
  /** In the order of the measures asked for. */
  readonly values: readonly number[];
  /** Ids of tasks that a law asks for and that are dropped. */
  readonly droppedRequiredIds: readonly string[];
}

/** Scenarios against futures: `outcomes[scenario][future]`. Levers of a future go before those of a scenario. */
export function evaluateFutures(
  compiled: CompiledPlan,
  scenarios: readonly LeverValues[],
  futures: readonly (Future & { readonly levers: LeverValues })[],
  measures: readonly MeasureKey[],
): readonly (readonly FutureOutcome[])[] {
  const evaluator = createEvaluator(compiled);
  return scenarios.map((levers) =>
    futures.map((future): FutureOutcome => {
      const scenario = applyScenario(compiled, { ...levers, ...future.levers });
      const { plan } = scenario;
      const factorOf = (at: number) => {
        const source = plan.sources[Math.floor(at / plan.years.length)];
        return (future.ceilingFactor ?? 1) * (future.ceilingFactorBySource[source?.code ?? ""] ?? 1);
      };
      const evaluation = evaluator.evaluate(scenario, {
        ...perturb(
          plan,
          evaluator.plannedLineWon,
          future.costFactor === undefined ? {} : { costs: future.costFactor },
        ),
        ceilingWon: plan.ceilingWon.map((won, at) => Math.round(won * factorOf(at))),
      });
      return {
        values: readMeasures(evaluation, measures),
        droppedRequiredIds: listDroppedRequired(evaluation).map((task) => compiled.tasks[task]?.id ?? ""),
      };
    }),
  );
}
