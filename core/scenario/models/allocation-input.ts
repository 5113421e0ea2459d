import { z } from "zod";
import type { AllocationUnit, AllocationWeights } from "../../budget/allocate-pool";
import { err, ok, type Result } from "../../result";
import type { ModelInputError, ModelInputs } from "./model-definition";

const amount = z.number().min(0).max(1e15);

const Units = z
  .array(
    z.strictObject({
      name: z.string().optional(),
      population: amount,
      need: amount.default(1),
      revenue: amount.optional(),
      floor: z.int().min(0).max(1e15).default(0),
    }),
  )
  .min(1)
  .max(10_000);

const Weights = z.union([
  z.strictObject({
    equal: amount.default(0),
    people: amount.default(0),
    need: amount.default(0),
    revenue: amount.default(0),
  }),
  z
    .tuple([amount, amount, amount, amount])
    .transform(([equal, people, need, revenue]) => ({ equal, people, need, revenue })),
]);

/** Units and weights as typed on a command line. */
export interface AllocationInput {
  readonly units: readonly AllocationUnit[];
  readonly weights: AllocationWeights;
}

/** Reads the `units` and `weights` of the `allocate` model. */
export function readAllocationInput(inputs: ModelInputs): Result<AllocationInput, ModelInputError> {
  const units = Units.safeParse(inputs.units);
  if (!units.success) return err({ type: "invalid-json", key: "units", reason: explain(units.error) });
  const weights = Weights.safeParse(inputs.weights);
  if (!weights.success) return err({ type: "invalid-json", key: "weights", reason: explain(weights.error) });
  return ok({
    weights: weights.data,
    units: units.data.map((unit) => ({
      population: unit.population,
      needIndex: unit.need,
      ownRevenuePerHeadWon: unit.revenue,
      floorWon: unit.floor,
    })),
  });
}

function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "value"}: ${issue.message}`).join("; ");
}
