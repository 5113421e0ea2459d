import { roundWon } from "../../budget/round-won";
import { findShapeLookup, readShape, TABLE_POINTS, TABLE_REACH, tableZ } from "../sampling/inverse-table";
import { createSampler, type Sample } from "./sampler";
import type { UncertainLines } from "./uncertain-lines";
import type { UncertaintySpec } from "./uncertainty-spec";

/** Draws the amounts of all uncertain lines at once. */
export interface LineSampler {
  /**
   * Fills `lineWon` with whole won: the planned amounts, in which every uncertain
   * line has what it is at z = `common` + `own` · its number of `normals` (one a
   * line, from `offset` on) in place of its likely amount.
   */
  writeLines(normals: Float64Array, offset: number, common: number, own: number, lineWon: Float64Array): void;
}

/**
 * A sampler for the lines of a plan. `lineOf` says where in `plannedWon` a place
 * of `waterfall.amountWon` is. PERT and triangular amounts are read from tables
 * of 1,024 points (inverse-table.ts states their error). A lognormal line reads
 * low and high as what is exceeded with 90 % and 10 %; one with a low of 0 has no
 * such distribution and is PERT.
 */
export function createLineSampler(
  lines: UncertainLines,
  distribution: UncertaintySpec["costs"]["distribution"],
  plannedWon: Float64Array,
  lineOf: (at: number) => number,
): LineSampler {
  const target = Int32Array.from(lines.at, lineOf);
  if (distribution === "fixed" || target.length === 0)
    return { writeLines: (_normals, _offset, _common, _own, lineWon) => lineWon.set(plannedWon) };
  const certainWon = plannedWon.slice();
  for (const [line, at] of target.entries())
    certainWon[at] = (certainWon[at] ?? 0) - (lines.likelyWon[line] ?? 0);
  const addLines =
    distribution === "pert" || distribution === "triangular"
      ? addFromShapes(lines, distribution, target)
      : addFromSamplers(lines, distribution, target);
  return {
    writeLines(normals, offset, common, own, lineWon) {
      lineWon.set(certainWon);
      addLines(normals, offset, common, own, lineWon);
      for (let at = 0; at < lineWon.length; at += 1) lineWon[at] = roundWon(lineWon[at] ?? 0);
    },
  };
}

type AddLines = LineSampler["writeLines"];

const STEPS_PER_Z = (TABLE_POINTS - 1) / (2 * TABLE_REACH);
const LAST_POSITION = TABLE_POINTS - 1.000001;

/** The innermost loop of a simulation: everything it needs lies in flat lists. */
function addFromShapes(lines: UncertainLines, kind: "pert" | "triangular", target: Int32Array): AddLines {
  const count = target.length;
  const { first, tables } = collectTables(lines, kind);
  const spanWon = Float64Array.from(lines.highWon, (high, line) => high - (lines.lowWon[line] ?? 0));
  const { lowWon } = lines;
  return (normals, offset, common, own, lineWon) => {
    const start = (common + TABLE_REACH) * STEPS_PER_Z;
    const step = own * STEPS_PER_Z;
    for (let line = 0; line < count; line += 1) {
      const exact = start + step * (normals[offset + line] ?? 0);
      const position = exact <= 0 ? 0 : exact >= LAST_POSITION ? LAST_POSITION : exact;
      const index = Math.trunc(position);
      const before = (first[line] ?? 0) + index;
      const a = tables[before] ?? 0;
      const value = a + (position - index) * ((tables[before + 1] ?? 0) - a);
      const at = target[line] ?? 0;
      lineWon[at] = (lineWon[at] ?? 0) + (lowWon[line] ?? 0) + (spanWon[line] ?? 0) * value;
    }
  };
}

/** A table for every shape that occurs among the lines, one after another, and where each line's begins. */
function collectTables(lines: UncertainLines, kind: "pert" | "triangular") {
  const offsets = new Map<number, number>();
  const first = Int32Array.from(lines.at, (_, line) => {
    const [low = 0, likely = 0, high = 0] = [lines.lowWon[line], lines.likelyWon[line], lines.highWon[line]];
    const shape = Math.round(((likely - low) / (high - low)) * SHAPE_STEPS);
    const known = offsets.get(shape) ?? offsets.size * TABLE_POINTS;
    offsets.set(shape, known);
    return known;
  });
  const tables = new Float64Array(offsets.size * TABLE_POINTS);
  for (const [shape, offset] of offsets) {
    const lookup = findShapeLookup(kind, shape / SHAPE_STEPS);
    for (let point = 0; point < TABLE_POINTS; point += 1)
      tables[offset + point] = readShape(lookup, tableZ(point));
  }
  return { first, tables };
}

/**
 * Likely values are told apart to this part of their range, so that many lines
 * share a table that stays near at hand: it moves a quantile by at most 2·10⁻⁴ of
 * the range.
 */
const SHAPE_STEPS = 4096;

function addFromSamplers(
  lines: UncertainLines,
  distribution: "uniform" | "lognormal",
  target: Int32Array,
): AddLines {
  const samples = Array.from(target, (_, line): Sample => {
    const [low = 0, likely = 0, high = 0] = [lines.lowWon[line], lines.likelyWon[line], lines.highWon[line]];
    const kind = distribution === "lognormal" && low <= 0 ? "pert" : distribution;
    return createSampler({ distribution: kind, low, likely, high });
  });
  return (normals, offset, common, own, lineWon) => {
    for (const [line, sample] of samples.entries()) {
      const at = target[line] ?? 0;
      lineWon[at] = (lineWon[at] ?? 0) + sample(common + own * (normals[offset + line] ?? 0));
    }
  };
}
