import { createHighsSolver } from "../../core/scenario/portfolio/highs-solver";
import type { SolveLinear } from "../../core/scenario/portfolio/linear-model";

/** Loads HiGHS, which is large, only when something is to be optimised. */
export async function loadSolver(): Promise<SolveLinear> {
  const { default: loadHighs } = await import("highs");
  return createHighsSolver(await loadHighs());
}
