import { computeNormalCdf } from "../../committee/probability/normal-distribution";
import { createPertDistribution } from "../distributions/pert-distribution";
import { createTriangularDistribution } from "../distributions/triangular-distribution";

/** Points of a table of quantiles. */
export const TABLE_POINTS = 1024;

/** Tables reach to this many standard deviations; beyond lies one draw in 25 million, and the outermost value holds. */
export const TABLE_REACH = 5.5;

const STEP = (2 * TABLE_REACH) / (TABLE_POINTS - 1);

/** z of point `index` of a table. */
export const tableZ = (index: number): number => -TABLE_REACH + index * STEP;

/** Where a standard normal z falls in a table: whole part the point before it, fraction the way to the next. */
export const tablePosition = (z: number): number => {
  const position = (z + TABLE_REACH) / STEP;
  return position <= 0 ? 0 : position >= TABLE_POINTS - 1.000001 ? TABLE_POINTS - 1.000001 : position;
};

/**
 * A table of the quantiles Q(Φ(z)) over evenly spaced z, read with straight
 * lines between points. Even steps in z and not in p keep the tails as exact as
 * the middle.
 */
export function createInverseTable(quantile: (p: number) => number): Float64Array {
  return Float64Array.from({ length: TABLE_POINTS }, (_, index) => quantile(computeNormalCdf(tableZ(index))));
}

/** The quantile at z, from a table. */
export function readInverseTable(table: Float64Array, z: number): number {
  const position = tablePosition(z);
  const index = Math.trunc(position);
  const before = table[index] ?? 0;
  return before + (position - index) * ((table[index + 1] ?? before) - before);
}

export type ThreePointShape = "pert" | "triangular";

/** Shapes between two of which is interpolated; by symmetry those up to the middle are enough. */
const SHAPES = 64;

const createByShape = { pert: createPertDistribution, triangular: createTriangularDistribution } as const;

/** Kept over simulations: they depend on nothing. */
const unitTables = new Map<string, Float64Array>();

/**
 * Quantiles of a three-point estimate on 0…1 whose likely value is at
 * `shape` / 128 of the range, 0 ≤ shape ≤ 64.
 */
export function unitTable(kind: ThreePointShape, shape: number): Float64Array {
  const key = `${kind} ${shape}`;
  const known = unitTables.get(key);
  if (known !== undefined) return known;
  const distribution = createByShape[kind](0, shape / (2 * SHAPES), 1);
  const table = createInverseTable((p) => distribution.quantile(p));
  unitTables.set(key, table);
  return table;
}

/** How a three-point estimate is read off: between two shape tables, mirrored where the likely value is past the middle. */
export interface ShapeLookup {
  readonly isMirrored: boolean;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly part: number;
}

/**
 * The tables for an estimate whose likely value is at `modeRatio` of its range.
 * PERT quantiles are within 2e−5 of the range of the exact ones for |z| ≤ 5.5,
 * triangular ones within 5e−4 (where the likely value is within 1/64 of an end;
 * 1e−4 elsewhere); test/unit/scenario/sampling holds them to it.
 */
export function findShapeLookup(kind: ThreePointShape, modeRatio: number): ShapeLookup {
  const isMirrored = modeRatio > 0.5;
  const position = (isMirrored ? 1 - modeRatio : modeRatio) * 2 * SHAPES;
  const shape = Math.min(SHAPES - 1, Math.floor(position));
  return {
    isMirrored,
    before: unitTable(kind, shape),
    after: unitTable(kind, shape + 1),
    part: position - shape,
  };
}

/** The quantile at z on 0…1. */
export function readShape(lookup: ShapeLookup, z: number): number {
  const position = tablePosition(lookup.isMirrored ? -z : z);
  const index = Math.trunc(position);
  const within = position - index;
  const { before, after, part } = lookup;
  const low = before[index] ?? 0;
  const high = after[index] ?? 0;
  const first = low + within * ((before[index + 1] ?? low) - low);
  const second = high + within * ((after[index + 1] ?? high) - high);
  const value = first + part * (second - first);
  return lookup.isMirrored ? 1 - value : value;
}
