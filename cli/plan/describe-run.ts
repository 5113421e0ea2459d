import type { PlanDocument } from "../../core/planfile/plan-document";
import { indicatorDefinitions } from "../../core/scenario/outcome";
import type { CliSystem } from "../system";

/**
 * What a result was computed from, so that it can be computed again. Models are
 * part of the app, so the version of each is the app's.
 */
export function describeRun(system: CliSystem, document: PlanDocument) {
  const sections = [...new Set(indicatorDefinitions.map(({ model }) => model))].sort();
  return {
    appVersion: system.appVersion,
    modelVersions: Object.fromEntries(sections.map((section) => [section, system.appVersion])),
    planId: document.identity.planId,
    revision: document.revision,
    evaluatedAt: new Date(system.nowMs()).toISOString(),
  };
}
