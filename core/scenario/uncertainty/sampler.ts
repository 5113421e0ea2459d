import type { Distribution } from "../distributions/distribution";
import { createFixedDistribution } from "../distributions/fixed-distribution";
import { createLognormalFromPercentiles } from "../distributions/lognormal-distribution";
import { createPertDistribution } from "../distributions/pert-distribution";
import { createTriangularDistribution } from "../distributions/triangular-distribution";
import { createUniformDistribution } from "../distributions/uniform-distribution";
import { createInverseTable, findShapeLookup, readInverseTable, readShape } from "../sampling/inverse-table";
import type { ThreePointSpec } from "./uncertainty-spec";

/** The exact distribution of three points. */
export function createThreePointDistribution({
  distribution,
  low,
  likely,
  high,
}: ThreePointSpec): Distribution {
  if (low === high) return createFixedDistribution(likely);
  switch (distribution) {
    case "fixed":
      return createFixedDistribution(likely);
    case "pert":
      return createPertDistribution(low, likely, high);
    case "triangular":
      return createTriangularDistribution(low, likely, high);
    case "uniform":
      return createUniformDistribution(low, high);
    case "lognormal":
      return createLognormalFromPercentiles(low, high);
  }
}

let unitUniform: Float64Array | null = null;

/** Reads a number off a standard normal one. */
export type Sample = (z: number) => number;

/** A distribution to be read many times: from a table of 1,024 points, or in closed form where that is as quick. */
export function createSampler(spec: ThreePointSpec): Sample {
  const { distribution: kind, low, likely, high } = spec;
  const distribution = createThreePointDistribution(spec);
  if (distribution.variance === 0) return () => distribution.mean;
  if (kind === "lognormal") {
    const { mu, sigma } = createLognormalFromPercentiles(low, high);
    return (z) => Math.exp(mu + sigma * z);
  }
  if (kind === "uniform") {
    unitUniform ??= createInverseTable((p) => p);
    const table = unitUniform;
    return (z) => low + (high - low) * readInverseTable(table, z);
  }
  // What is left is PERT or triangular: fixed points do not vary.
  const shape = findShapeLookup(kind === "triangular" ? kind : "pert", (likely - low) / (high - low));
  return (z) => low + (high - low) * readShape(shape, z);
}
