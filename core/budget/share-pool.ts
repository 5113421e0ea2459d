/** Money that residents decide on, by `source · years + year`, in whole won. */
export interface SharePool {
  readonly poolWon: Float64Array;
  /** The part that is taken from central tasks. */
  readonly displacedWon: Float64Array;
  /** What the share was measured against, summed over the years. */
  readonly baseWon: number;
}

/** Room for a pool, to be used again and again. */
export const createSharePool = (sourceCount: number, yearCount: number): SharePool => ({
  poolWon: new Float64Array(sourceCount * yearCount),
  displacedWon: new Float64Array(sourceCount * yearCount),
  baseWon: 0,
});

export interface SharePoolInputs {
  readonly sourceCount: number;
  readonly yearCount: number;
  /** Ceilings by `source · years + year`; NaN where there is none. */
  readonly ceilingWon: Float64Array;
  /** 1 for sources that residents may decide on. */
  readonly isEligible: Uint8Array;
  readonly shareRatioByYear: Float64Array;
  readonly base: "plan" | "discretionary" | "total";
  /** Budget of the whole city or district by year, for the bases `discretionary` and `total`; 0 where unknown. */
  readonly outsideBaseWonByYear: Float64Array;
  readonly mode: "proposal" | "deliberated";
  readonly isAdditional: boolean;
}

/**
 * The pools D = Σ share · base of the decentralised share (models B).
 *
 * Base `plan`: the ceilings of eligible sources. Base `discretionary` or
 * `total`: the budget of the whole city or district, charged to the eligible
 * sources in proportion to their ceilings. Only proposals that are carved out
 * of the ceilings displace central tasks: deliberated money redesigns what
 * exists, and additional money comes on top. The lists of `room` are those of
 * the result.
 */
export function computeSharePool(
  inputs: SharePoolInputs,
  room: SharePool = createSharePool(inputs.sourceCount, inputs.yearCount),
): SharePool {
  const { sourceCount, yearCount } = inputs;
  const { poolWon } = room;
  poolWon.fill(0);
  let baseWon = 0;
  for (let year = 0; year < yearCount; year += 1) {
    const shareRatio = inputs.shareRatioByYear[year] ?? 0;
    let eligibleWon = 0;
    for (let source = 0; source < sourceCount; source += 1)
      eligibleWon += eligibleCeiling(inputs, source, year);
    if (eligibleWon === 0) continue;
    const yearBaseWon = inputs.base === "plan" ? eligibleWon : (inputs.outsideBaseWonByYear[year] ?? 0);
    baseWon += yearBaseWon;
    for (let source = 0; source < sourceCount; source += 1)
      poolWon[source * yearCount + year] = Math.round(
        (shareRatio * yearBaseWon * eligibleCeiling(inputs, source, year)) / eligibleWon,
      );
  }
  const displaces = inputs.mode === "proposal" && !inputs.isAdditional;
  return { poolWon, displacedWon: displaces ? poolWon : room.displacedWon, baseWon };
}

function eligibleCeiling(inputs: SharePoolInputs, source: number, year: number): number {
  if (inputs.isEligible[source] !== 1) return 0;
  const ceilingWon = inputs.ceilingWon[source * inputs.yearCount + year] ?? Number.NaN;
  return Number.isNaN(ceilingWon) ? 0 : ceilingWon;
}
