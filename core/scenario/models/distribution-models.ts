import type { Distribution } from "../distributions/distribution";
import {
  createLognormalFromMoments,
  createLognormalFromPercentiles,
  type LognormalDistribution,
} from "../distributions/lognormal-distribution";
import { createPertDistribution } from "../distributions/pert-distribution";
import { createTriangularDistribution } from "../distributions/triangular-distribution";
import { ratioInput, realInput } from "./inputs";
import {
  checkRange,
  type ModelDefinition,
  type ModelInput,
  type ModelInputError,
  type ModelInputs,
  type ModelValue,
  numberOf,
  optionalNumberOf,
} from "./model-definition";

/** P90 at most this many times P10: beyond, the variance leaves the range of numbers. */
const WIDEST_SPREAD = 1e9;

const threePoints = [
  realInput("low", "lowest value"),
  realInput("likely", "most likely value"),
  realInput("high", "highest value"),
];
const quantile: ModelInput = ratioInput(
  "quantile",
  "share of outcomes below the value wanted; left out: mean, variance, P10, P50 and P90",
  { optional: true },
);

const checkOrder = (i: ModelInputs): ModelInputError | null =>
  checkRange(i, "high", numberOf(i, "low"), 1e15) ??
  checkRange(i, "likely", numberOf(i, "low"), numberOf(i, "high"));

/** The quantile asked for, or the usual summary of the distribution. */
function describe(
  distribution: Distribution,
  i: ModelInputs,
  parameters: Readonly<Record<string, number>> = {},
): ModelValue {
  const p = optionalNumberOf(i, "quantile");
  if (p !== undefined) return distribution.quantile(p);
  const { mean, variance } = distribution;
  return {
    ...parameters,
    mean,
    variance,
    p10: distribution.quantile(0.1),
    p50: distribution.quantile(0.5),
    p90: distribution.quantile(0.9),
  };
}

/** From mean and sd, or from P10 and P90; null when neither pair is complete. */
function createLognormal(i: ModelInputs): LognormalDistribution | null {
  const [mean, sd, p10, p90] = ["mean", "sd", "p10", "p90"].map((key) => optionalNumberOf(i, key));
  if (mean !== undefined && sd !== undefined && p10 === undefined && p90 === undefined) {
    return createLognormalFromMoments(mean, sd);
  }
  if (p10 !== undefined && p90 !== undefined && mean === undefined && sd === undefined) {
    return createLognormalFromPercentiles(p10, p90);
  }
  return null;
}

/** C1: uncertain numbers. */
export const DISTRIBUTION_MODELS: readonly ModelDefinition[] = [
  {
    name: "pert",
    title: "PERT distribution of a three-point estimate",
    formula: "beta with α = 1 + 4(m − a)/(b − a), β = 1 + 4(b − m)/(b − a)",
    source: "Malcolm, Roseboom, Clark & Fazar 1959",
    inputs: [...threePoints, quantile],
    check: checkOrder,
    evaluate: (i) =>
      describe(createPertDistribution(numberOf(i, "low"), numberOf(i, "likely"), numberOf(i, "high")), i),
  },
  {
    name: "triangular",
    title: "Triangular distribution of a three-point estimate",
    formula: "mean (a + m + b)/3",
    source: "definition",
    inputs: [...threePoints, quantile],
    check: checkOrder,
    evaluate: (i) =>
      describe(
        createTriangularDistribution(numberOf(i, "low"), numberOf(i, "likely"), numberOf(i, "high")),
        i,
      ),
  },
  {
    name: "lognormal",
    title: "Lognormal distribution from mean and sd, or from P10 and P90",
    formula: "exp(N(μ, σ)), σ² = ln(1 + sd²/mean²)",
    source: "definition",
    inputs: [
      realInput("mean", "mean", { optional: true, minimum: 1e-9 }),
      realInput("sd", "standard deviation", { optional: true, minimum: 0 }),
      realInput("p10", "exceeded with 90 %", { optional: true, minimum: 1e-9 }),
      realInput("p90", "exceeded with 10 %", { optional: true, minimum: 1e-9 }),
      { ...quantile, maximum: 0.999999999 },
    ],
    check: (i) => {
      const p10 = optionalNumberOf(i, "p10");
      const outOfOrder = p10 === undefined ? null : checkRange(i, "p90", p10, p10 * WIDEST_SPREAD);
      if (outOfOrder !== null) return outOfOrder;
      if (createLognormal(i) !== null) return null;
      return {
        type: "incomplete-inputs",
        needsOneOf: [
          ["mean", "sd"],
          ["p10", "p90"],
        ],
      };
    },
    evaluate: (i) => {
      const distribution = createLognormal(i);
      if (distribution === null) throw new Error("lognormal: mean and sd, or p10 and p90, are required");
      return describe(distribution, i, { mu: distribution.mu, sigma: distribution.sigma });
    },
  },
];
