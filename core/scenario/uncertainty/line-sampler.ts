import { findShapeLookup, TABLE_POINTS, TABLE_REACH } from "../sampling/inverse-table";
import { createSampler, type Sample } from "./sampler";
import type { UncertainLines } from "./uncertain-lines";
import type { UncertaintySpec } from "./uncertainty-spec";

/** Draws the amounts of all uncertain lines at once. */
export interface LineSampler {
  /**
   * Fills `lineWon` with whole won: the planned amounts, in which every uncertain
   * line has what it is at its number of `normals` (one a line, from `offset`
   * on) in place of its likely amount.
   */
  writeLines(normals: Float64Array, offset: number, lineWon: Float64Array): void;
}

/**
 * A sampler for the lines of a plan. `lineOf` says where in `plannedWon` a place
 * of `waterfall.amountWon` is. PERT and triangular amounts are read from shared
 * tables of 1,024 points (inverse-table.ts states their error). A lognormal line
 * reads low and high as what is exceeded with 90 % and 10 %; one with a low of 0
 * has no such distribution and is PERT.
 */
export function createLineSampler(
  lines: UncertainLines,
  distribution: UncertaintySpec["costs"]["distribution"],
  plannedWon: Float64Array,
  lineOf: (at: number) => number,
): LineSampler {
  const target = Int32Array.from(lines.at, lineOf);
  if (distribution === "fixed" || target.length === 0)
    return { writeLines: (_normals, _offset, lineWon) => lineWon.set(plannedWon) };
  const certainWon = plannedWon.slice();
  for (const [line, at] of target.entries())
    certainWon[at] = (certainWon[at] ?? 0) - (lines.likelyWon[line] ?? 0);
  const addLines =
    distribution === "pert" || distribution === "triangular"
      ? addFromShapes(lines, distribution, target)
      : addFromSamplers(lines, distribution, target);
  return {
    writeLines(normals, offset, lineWon) {
      lineWon.set(certainWon);
      addLines(normals, offset, lineWon);
      for (let at = 0; at < lineWon.length; at += 1) lineWon[at] = Math.round(lineWon[at] ?? 0);
    },
  };
}

type AddLines = (normals: Float64Array, offset: number, lineWon: Float64Array) => void;

const STEPS_PER_Z = (TABLE_POINTS - 1) / (2 * TABLE_REACH);
const LAST_POSITION = TABLE_POINTS - 1.000001;

/** The innermost loop of a simulation: everything it needs lies in flat lists. */
function addFromShapes(lines: UncertainLines, kind: "pert" | "triangular", target: Int32Array): AddLines {
  const count = target.length;
  const { before, after, part, tables, isMirrored } = collectTables(lines, kind);
  const startWon = new Float64Array(count);
  const spanWon = new Float64Array(count);
  for (let line = 0; line < count; line += 1) {
    const [low, high] = [lines.lowWon[line] ?? 0, lines.highWon[line] ?? 0];
    startWon[line] = isMirrored[line] === 1 ? high : low;
    spanWon[line] = isMirrored[line] === 1 ? low - high : high - low;
  }
  return (normals, offset, lineWon) => {
    for (let line = 0; line < count; line += 1) {
      const z = normals[offset + line] ?? 0;
      const exact = ((isMirrored[line] === 1 ? -z : z) + TABLE_REACH) * STEPS_PER_Z;
      const position = exact <= 0 ? 0 : exact >= LAST_POSITION ? LAST_POSITION : exact;
      const index = Math.trunc(position);
      const within = position - index;
      const first = (before[line] ?? 0) + index;
      const second = (after[line] ?? 0) + index;
      const a = tables[first] ?? 0;
      const b = tables[second] ?? 0;
      const lower = a + within * ((tables[first + 1] ?? 0) - a);
      const upper = b + within * ((tables[second + 1] ?? 0) - b);
      const value = lower + (part[line] ?? 0) * (upper - lower);
      const at = target[line] ?? 0;
      lineWon[at] = (lineWon[at] ?? 0) + (startWon[line] ?? 0) + (spanWon[line] ?? 0) * value;
    }
  };
}

/** The tables that the lines need, each once, one after another. */
function collectTables(lines: UncertainLines, kind: "pert" | "triangular") {
  const count = lines.at.length;
  const [before, after] = [new Int32Array(count), new Int32Array(count)];
  const part = new Float64Array(count);
  const isMirrored = new Uint8Array(count);
  const offsets = new Map<Float64Array, number>();
  const offsetOf = (table: Float64Array) => {
    const known = offsets.get(table) ?? offsets.size * TABLE_POINTS;
    offsets.set(table, known);
    return known;
  };
  for (let line = 0; line < count; line += 1) {
    const [low, likely, high] = [
      lines.lowWon[line] ?? 0,
      lines.likelyWon[line] ?? 0,
      lines.highWon[line] ?? 0,
    ];
    const lookup = findShapeLookup(kind, (likely - low) / (high - low));
    before[line] = offsetOf(lookup.before);
    after[line] = offsetOf(lookup.after);
    part[line] = lookup.part;
    isMirrored[line] = Number(lookup.isMirrored);
  }
  const tables = new Float64Array(offsets.size * TABLE_POINTS);
  for (const [table, offset] of offsets) tables.set(table, offset);
  return { before, after, part, tables, isMirrored };
}

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
  return (normals, offset, lineWon) => {
    for (const [line, sample] of samples.entries()) {
      const at = target[line] ?? 0;
      lineWon[at] = (lineWon[at] ?? 0) + sample(normals[offset + line] ?? 0);
    }
  };
}
