import { err, ok, type Result } from "../../core/result";
import { checkLevers } from "../../core/scenario/check-levers";
import { prepareJob, type SensitivityMethod } from "../../core/scenario/jobs/scenario-job";
import type { LeverValues } from "../../core/scenario/lever";
import { measureDefinitions } from "../../core/scenario/measures";
import { indicatorDefinitions } from "../../core/scenario/outcome";
import { pickOutput } from "../../core/scenario/sensitivity/design";
import { createMorrisDesign, summariseMorris } from "../../core/scenario/sensitivity/morris";
import {
  listDefaultFactors,
  type PlanFactor,
  pickFactors,
} from "../../core/scenario/sensitivity/plan-factors";
import { createSobolDesign, summariseSobol } from "../../core/scenario/sensitivity/sobol-indices";
import { summariseTornado } from "../../core/scenario/sensitivity/tornado";
import { readSweepValues, type SweepRow } from "../../core/scenario/sweep/run-sweep";
import { type DrawsPart, prepareDraws } from "../../core/scenario/uncertainty/run-draws";
import { summariseDraws } from "../../core/scenario/uncertainty/summarise-draws";
import type { UncertaintySpec } from "../../core/scenario/uncertainty/uncertainty-spec";
import type {
  DrawsWork,
  LongAnswers,
  LongPart,
  LongRefusal,
  LongWork,
  SensitivityWork,
  SweepWork,
} from "./compute-job";
import { keepKnownLevers } from "./known-levers";
import type { PlanSnapshot } from "./plan-snapshot";

/** A long computation ready to run in parts; put together in order they are the same however they were cut. */
export interface PreparedWork {
  /** Number of items. */
  readonly size: number;
  run(from: number, to: number): unknown;
  /** Of parts that may be some only: then of what is there so far. */
  merge(parts: readonly LongPart[]): LongAnswers[keyof LongAnswers];
}

/** Makes a long computation ready on a plan, or says why it cannot begin. */
export function prepareWork(snapshot: PlanSnapshot, work: LongWork): Result<PreparedWork, LongRefusal> {
  const levers = keepKnownLevers(snapshot.compiled, work.levers);
  switch (work.kind) {
    case "draws":
      return prepareDrawsWork(snapshot, levers, work);
    case "sweep":
      return prepareSweepWork(snapshot, levers, work);
    case "sensitivity":
      return prepareSensitivityWork(snapshot, levers, work);
  }
}

/** What the plan says is uncertain; refused where that does not fit together. */
const readSpec = ({ uncertainty: { spec, broken } }: PlanSnapshot): Result<UncertaintySpec, LongRefusal> =>
  broken.length > 0 ? err({ type: "broken-assumptions", parts: broken }) : ok(spec);

const inOrder = (parts: readonly LongPart[]) => [...parts].sort((a, b) => a.from - b.from);

function prepareDrawsWork(
  snapshot: PlanSnapshot,
  levers: LeverValues,
  { method, draws, seed }: DrawsWork,
): Result<PreparedWork, LongRefusal> {
  const { compiled, lines } = snapshot;
  const spec = readSpec(snapshot);
  if (!spec.ok) return spec;
  const prepared = prepareDraws({ compiled, levers, lines, spec: spec.value, method, draws, seed });
  if (!prepared.ok) return prepared;
  return ok({
    size: draws,
    run: prepared.value.run,
    merge: (parts) =>
      summariseDraws(
        compiled,
        inOrder(parts).map(({ content }) => content as DrawsPart),
      ),
  });
}

const isSizePath = (path: string) => /^committee\..+\.(seats|officials)$/.test(path);

function prepareSweepWork(
  snapshot: PlanSnapshot,
  levers: LeverValues,
  { axes, simulation: asked }: SweepWork,
): Result<PreparedWork, LongRefusal> {
  const { compiled, lines } = snapshot;
  const spec = readSpec(snapshot);
  if (asked !== undefined && !spec.ok) return spec;
  for (const { path, values } of axes)
    for (const value of values) {
      const checked = checkLevers(compiled, { ...levers, [path]: value });
      // Seats below the officials may be right where another lever lowers these.
      if (!checked.ok && checked.error.type !== "lever-seats-below-officials") return checked;
    }
  const simulation = asked === undefined || !spec.ok ? null : { ...asked, spec: spec.value, lines };
  if (simulation !== null) {
    const drawn = prepareDraws({ compiled, levers, ...simulation });
    if (!drawn.ok) return drawn;
  }
  const { size, run } = prepareJob("sweep", { compiled, levers, axes, simulation });
  const movesSize = axes.some(({ path }) => isSizePath(path));
  const known = new Map<string, boolean>();
  const canBe = (row: number): boolean => {
    if (!movesSize) return true;
    const values = readSweepValues(axes, row);
    const moved = Object.fromEntries(axes.map(({ path }, axis) => [path, values[axis] ?? 0]));
    const sizes = JSON.stringify(Object.entries(moved).filter(([path]) => isSizePath(path)));
    const before = known.get(sizes);
    if (before !== undefined) return before;
    const { ok: isPossible } = checkLevers(compiled, { ...levers, ...moved });
    known.set(sizes, isPossible);
    return isPossible;
  };
  const emptyRow = (row: number): SweepRow => ({
    values: readSweepValues(axes, row),
    indicators: indicatorDefinitions.map(() => null),
    spreads: null,
  });
  return ok({
    size,
    run: (from, to) =>
      Array.from({ length: to - from }, (_, offset) => from + offset).flatMap((row) =>
        canBe(row) ? run(row, row + 1) : [emptyRow(row)],
      ),
    merge: (parts) => inOrder(parts).flatMap(({ content }) => content as readonly SweepRow[]),
  });
}

function prepareSensitivityWork(
  snapshot: PlanSnapshot,
  levers: LeverValues,
  work: SensitivityWork,
): Result<PreparedWork, LongRefusal> {
  const { compiled, lines } = snapshot;
  const spec = readSpec(snapshot);
  if (!spec.ok) return spec;
  const { factors: chosen } = work;
  const factors =
    chosen === undefined
      ? listDefaultFactors(compiled, levers, lines, spec.value)
      : pickFactors(compiled, levers, lines, spec.value, chosen);
  if (factors.length === 0) return err({ type: "no-factors" });
  const method = readMethod(work);
  const measures = measureDefinitions.map(({ key }) => key);
  const { size, run } = prepareJob("sensitivity", { compiled, levers, factors, measures, method });
  return ok({
    size,
    run,
    merge(parts) {
      const rows = joinRows(inOrder(parts).map(({ content }) => content as Float64Array));
      const summarise = summariserOf(method, factors);
      return {
        factors,
        evaluations: size,
        byMeasure: measures.map((measure, output) => ({
          measure,
          ...summarise(pickOutput(rows, measures.length, output)),
        })),
      };
    },
  });
}

const readMethod = ({ method, samples, seed }: SensitivityWork): SensitivityMethod => {
  if (method === "morris") return { method, trajectories: samples, seed };
  return method === "sobol" ? { method, samples } : { method };
};

function summariserOf(method: SensitivityMethod, factors: readonly PlanFactor[]) {
  const nothing = { tornado: [], morris: [], sobol: [] };
  switch (method.method) {
    case "tornado":
      return (output: Float64Array) => ({ ...nothing, tornado: summariseTornado(output) });
    case "morris": {
      const design = createMorrisDesign(factors.length, method.trajectories, method.seed);
      return (output: Float64Array) => ({ ...nothing, morris: summariseMorris(design, output) });
    }
    case "sobol": {
      const design = createSobolDesign(factors.length, method.samples);
      return (output: Float64Array) => ({ ...nothing, sobol: summariseSobol(design, output) });
    }
  }
}

function joinRows(parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let first = 0;
  for (const part of parts) {
    joined.set(part, first);
    first += part.length;
  }
  return joined;
}
