import type { UncertainPart } from "../../core/plan/uncertain-fields";
import { overrideUncertainty, readPlanUncertainty } from "../../core/scenario/uncertainty/plan-uncertainty";
import type { UncertaintyParts, UncertaintySpec } from "../../core/scenario/uncertainty/uncertainty-spec";
import { CliFailure } from "../failures/cli-failure";
import type { OpenedPlan } from "./open-plan";

/**
 * What is uncertain: the given parts, the others as the plan has them. Throws a
 * CliFailure where the plan's own do not fit together.
 */
export function requireUncertainty(
  { document }: Pick<OpenedPlan, "document">,
  parts: UncertaintyParts,
): UncertaintySpec {
  const { spec, broken } = overrideUncertainty(readPlanUncertainty(document.tables), parts);
  if (broken.length > 0) throw failOnBroken(broken);
  return spec;
}

const failOnBroken = (parts: readonly UncertainPart[]) =>
  new CliFailure(2, {
    type: "broken-assumptions",
    message: `What the plan says is uncertain does not fit together: ${parts.join(", ")}. "civplan verify" says why; set it right with "civplan set", or give these parts by --uncertainty.`,
    parts,
  });
