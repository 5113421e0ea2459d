import loadHighs from "highs";
import highsWasmUrl from "highs/runtime?url";
import { createHighsSolver } from "../../core/scenario/portfolio/highs-solver";
import type { SolveLinear } from "../../core/scenario/portfolio/linear-model";

let loading: Promise<SolveLinear> | null = null;

/**
 * Loads HiGHS into the worker that calls it. This module and the solver's WASM
 * are large: it is imported only when a portfolio is asked for.
 */
export function loadSolver(): Promise<SolveLinear> {
  loading ??= startSolver();
  return loading;
}

async function startSolver(): Promise<SolveLinear> {
  const response = await fetch(highsWasmUrl);
  if (!response.ok) throw new Error(`loadSolver: ${highsWasmUrl} answered ${response.status}`);
  return createHighsSolver(await loadHighs({ wasmBinary: await response.arrayBuffer() }));
}
