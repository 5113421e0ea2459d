import { findNearestName } from "../plan/nearest-name";
import { err, ok, type Result } from "../result";
import { BUDGET_MODELS } from "./models/budget-models";
import { COUNCIL_SIZE_MODELS } from "./models/council-size-models";
import { COUNCIL_WORK_MODELS } from "./models/council-work-models";
import { DECISION_MODELS } from "./models/decision-models";
import { DISTRIBUTION_MODELS } from "./models/distribution-models";
import type { ModelDefinition, ModelInputError, ModelInputs, ModelValue } from "./models/model-definition";
import { PRESENCE_MODELS } from "./models/presence-models";
import { readModelInputs } from "./models/read-model-inputs";
import { RESIDENT_PROJECT_MODELS } from "./models/resident-project-models";
import { SCHEDULE_MODELS } from "./models/schedule-models";
import { SEAT_MODELS } from "./models/seat-models";

export type { ModelDefinition, ModelInput, ModelInputs, ModelValue } from "./models/model-definition";

/** Every closed-form model that can be asked for by name, in the order of the documentation. */
export const models: readonly ModelDefinition[] = [
  ...PRESENCE_MODELS,
  ...SEAT_MODELS,
  ...DECISION_MODELS,
  ...COUNCIL_WORK_MODELS,
  ...COUNCIL_SIZE_MODELS,
  ...DISTRIBUTION_MODELS,
  ...BUDGET_MODELS,
  ...RESIDENT_PROJECT_MODELS,
  ...SCHEDULE_MODELS,
];

/** Why a model could not be evaluated: there is no such model, or an input cannot be used. */
export type ModelError =
  | { readonly type: "unknown-model"; readonly name: string; readonly nearest: string | null }
  | (ModelInputError & { readonly model: string });

/** A model's answer with the inputs it was given, defaults included. */
export interface ModelEvaluation {
  readonly name: string;
  readonly inputs: ModelInputs;
  readonly value: ModelValue;
  /** What had to be adjusted to get the value; usually empty. */
  readonly notices: readonly { readonly type: string }[];
}

/** The model called `name`, or undefined. */
export function findModel(name: string): ModelDefinition | undefined {
  return models.find((model) => model.name === name);
}

/**
 * Evaluates the model called `name` with inputs as typed by a person
 * (`{ p: ".05", n: "30", k: "1" }`). Input that is missing, unknown, not a
 * number or out of range is an error that names the key and the range.
 */
export function evaluateModel(
  name: string,
  rawInputs: Readonly<Record<string, string>>,
): Result<ModelEvaluation, ModelError> {
  const model = findModel(name);
  if (model === undefined) {
    const nearest = findNearestName(
      name,
      models.map((candidate) => candidate.name),
    );
    return err({ type: "unknown-model", name, nearest });
  }
  const inputs = readModelInputs(model, rawInputs);
  if (!inputs.ok) return err({ ...inputs.error, model: name });
  return ok({
    name,
    inputs: inputs.value,
    value: model.evaluate(inputs.value),
    notices: model.notices?.(inputs.value) ?? [],
  });
}
