import type { PlanDocument } from "../../core/planfile/plan-document";
import { indicatorDefinitions } from "../../core/scenario/outcome";
import type { CliSystem } from "../system";

/**
 * What a result was computed from, so that it can be computed again. Models are
 * part of the app, so the version of each is the app's. `how` adds what a command
 * was told: levers, seed, draws; and sections of the models beside those of the
 * indicators.
 */
export function describeRun(
  system: CliSystem,
  document: PlanDocument,
  how: { readonly models?: readonly string[]; readonly [detail: string]: unknown } = {},
) {
  const { models = [], ...details } = how;
  const sections = [...new Set([...indicatorDefinitions.map(({ model }) => model), ...models])].sort();
  return {
    appVersion: system.appVersion,
    modelVersions: Object.fromEntries(sections.map((section) => [section, system.appVersion])),
    planId: document.identity.planId,
    revision: document.revision,
    ...details,
    evaluatedAt: new Date(system.nowMs()).toISOString(),
  };
}
