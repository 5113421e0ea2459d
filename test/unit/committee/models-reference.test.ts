import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  computeTermCommitteeCost,
  ILLUSTRATIVE_COMMITTEE_COSTS,
} from "../../../core/committee/cost/committee-cost";
import {
  computeExpectedCoveredSubcommittees,
  computeOneSubcommitteeCoverage,
} from "../../../core/committee/coverage/one-subcommittee-coverage";
import { computeEffectiveJurySize } from "../../../core/committee/decision-quality/effective-jury-size";
import { computeMajorityCorrectness } from "../../../core/committee/decision-quality/majority-correctness";
import { computeMajorityCorrectnessLimit } from "../../../core/committee/decision-quality/majority-correctness-limit";
import { computeGallagherIndex } from "../../../core/committee/disproportionality/gallagher-index";
import { computeLoosemoreHanbyIndex } from "../../../core/committee/disproportionality/loosemore-hanby-index";
import { computeRandomDrawDisproportionality } from "../../../core/committee/disproportionality/random-draw-disproportionality";
import { computeBlocPower } from "../../../core/committee/power/bloc-power";
import {
  approximateIndividualPower,
  computeIndividualPower,
} from "../../../core/committee/power/individual-power";
import { computeBinomialPresence } from "../../../core/committee/presence/binomial-presence";
import { computeHypergeometricPresence } from "../../../core/committee/presence/hypergeometric-presence";
import { findMinimumSizeForPresence } from "../../../core/committee/presence/minimum-size-for-presence";
import { computeQuorumProbability } from "../../../core/committee/quorum/quorum-probability";
import { computeTwoClassQuorumProbability } from "../../../core/committee/quorum/two-class-quorum-probability";
import { computeSamplingMargin } from "../../../core/committee/sampling/sampling-margin";
import { allocateSeats, type SeatMethod } from "../../../core/committee/seats/allocate-seats";
import { computeCubeRootSize } from "../../../core/committee/size-laws/cube-root-size";
import { computePowerLawSize } from "../../../core/committee/size-laws/power-law-size";
import { computeSquareRootSize } from "../../../core/committee/size-laws/square-root-size";
import { computeTaageperaSize } from "../../../core/committee/size-laws/taagepera-size";
import { countMemberPairs } from "../../../core/committee/talk/member-pairs";
import { computeSameSubcommitteeProbability } from "../../../core/committee/talk/same-subcommittee";
import { computeSpeakingMinutes } from "../../../core/committee/talk/speaking-minutes";
import { computeTopSpeakersShare } from "../../../core/committee/talk/top-speakers-share";
import { computeExpectedSurvivors } from "../../../core/committee/turnover/expected-survivors";
import { computeMemoryAfterRenewal } from "../../../core/committee/turnover/memory-after-renewal";
import { findReserveListSize } from "../../../core/committee/turnover/reserve-list-size";

const REPOSITORY_ROOT = path.resolve(import.meta.dirname, "../../..");
const REFERENCE_FILE = path.resolve(REPOSITORY_ROOT, "../shared/data/models-reference.json");

const SHARES = [0.407, 0.329, 0.164, 0.068, 0.032];

/** Numbers of an entry, by name; one that is asked for and missing is an error in the mapping. */
type Numbers = (name: string) => number;
type Compute = (inputs: Numbers, fromKey: (index: number) => number) => number;

/** Each single-valued entry of the reference file, by the shape of its key. */
const MAPPING: readonly (readonly [RegExp, Compute])[] = [
  [/^M1\.binom_/, (i) => computeBinomialPresence(i("n"), i("p"), i("k"))],
  [/^M1\.hyper_/, (i) => computeHypergeometricPresence(i("N"), i("K"), i("n"), i("k"))],
  [/^M1\.minsize_/, (i) => findMinimumSizeForPresence(i("p"), i("conf"))],
  [/^M3\.rms_gallagher_n/, (i) => computeRandomDrawDisproportionality(SHARES, i("n"))],
  [/^M3\.rms_gallagher_fpc_/, (i) => computeRandomDrawDisproportionality(SHARES, i("n"), i("N"))],
  [/^M4\.cjt_/, (i) => computeMajorityCorrectness(i("p"), i("n"))],
  [/^M4\.betabinom_/, (i) => computeMajorityCorrectness(i("p"), i("n"), i("rho"))],
  [/^M4\.neff_/, (i) => computeEffectiveJurySize(i("n"), i("rho"))],
  [/^M4\.limit_/, (i) => computeMajorityCorrectnessLimit(0.55, i("rho"))],
  [/^M5\.quorum_maj_/, (i) => computeQuorumProbability(i("n"), i("a"), i("need"))],
  [/^M5\.twoclass_/, (i) => computeTwoClassQuorumProbability(i("nc"), i("ac"), i("no"), i("ao"), i("need"))],
  [/^M6\.pairs_/, (i) => countMemberPairs(i("n"))],
  [/^M6\.minutes_each_/, (i) => computeSpeakingMinutes(i("n"), i("T"), i("overhead"))],
  [/^M6\.top5_share_/, (i) => computeTopSpeakersShare(i("n"), i("r"), 5)],
  [/^M6\.p_pair_same_sub_n(\d+)_(\d+)x\d+$/, (i, k) => computeSameSubcommitteeProbability(i("n"), k(2))],
  [/^M7\.term_cost_/, (i) => computeTermCost(i("nc"), i("no"), i("subs"))],
  [/^M8\.cuberoot_/, (i) => computeCubeRootSize(i("P"))],
  [/^M8\.sqrt_/, (i) => computeSquareRootSize(i("P"))],
  [/^M8\.pow04_/, (i) => computePowerLawSize(i("P"))],
  [/^M8\.taagepera_active_/, (i) => computeTaageperaSize(i("P"), i("active"))],
  [/^M9\.penrose_approx_/, (i) => approximateIndividualPower(i("n"))],
  [/^M9\.individual_banzhaf_/, (i) => computeIndividualPower(i("n"), i("q"))],
  [/^M10\.one_/, (i) => computeOneSubcommitteeCoverage(i("n"), i("s"), i("m"))],
  [/^M10\.expected_covered_n(\d+)_m(\d+)$/, (_, k) => computeExpectedCoveredSubcommittees(k(1), 5, k(2))],
  [/^M11\.memory_/, (i) => computeMemoryAfterRenewal(i("cohorts"), i("T"), i("annual_dropout"))],
  [/^M11\.survivors_n\d+_T(\d+)_d01$/, (i, k) => computeExpectedSurvivors(i("n"), k(1), 0.1)],
  [/^M11\.reserve95_/, (i) => findReserveListSize(i("n"), i("p_drop"), 0.95)],
  [/^M12\.moe95_/, (i) => computeSamplingMargin(i("n"), i("p"))],
];

function computeTermCost(citizens: number, officials: number, subcommittees: number): number {
  return computeTermCommitteeCost({ ...ILLUSTRATIVE_COMMITTEE_COSTS, citizens, officials, subcommittees }, 2);
}

const SingleValue = z.object({
  value: z.number(),
  full: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
const SeatValues = z.object({
  shares: z.array(z.number()),
  hamilton: z.array(z.number()),
  webster: z.array(z.number()),
  dhondt: z.array(z.number()),
  gallagher_h: z.number(),
  gallagher_w: z.number(),
  gallagher_dh: z.number(),
  loosemore_hanby_h: z.number(),
});
const PowerValues = z.object({
  quota: z.number(),
  bloc_banzhaf_abs: z.number(),
  citizen_banzhaf_abs: z.number(),
  bloc_banzhaf_norm: z.number(),
  citizen_banzhaf_norm: z.number(),
  bloc_shapley: z.number(),
  citizen_shapley: z.number(),
  seat_share: z.number(),
});

function checkSeats(seats: number, entry: unknown): void {
  const expected = SeatValues.parse(entry);
  const divide = (method: SeatMethod) => allocateSeats(method, expected.shares, seats);
  expect(divide("hamilton")).toEqual(expected.hamilton);
  expect(divide("webster")).toEqual(expected.webster);
  expect(divide("dhondt")).toEqual(expected.dhondt);
  expect(computeGallagherIndex(expected.shares, divide("hamilton"))).toBeCloseTo(expected.gallagher_h, 6);
  expect(computeGallagherIndex(expected.shares, divide("webster"))).toBeCloseTo(expected.gallagher_w, 6);
  expect(computeGallagherIndex(expected.shares, divide("dhondt"))).toBeCloseTo(expected.gallagher_dh, 6);
  expect(computeLoosemoreHanbyIndex(expected.shares, divide("hamilton"))).toBeCloseTo(
    expected.loosemore_hanby_h,
    6,
  );
}

function checkPower(citizens: number, officials: number, entry: unknown): void {
  const expected = PowerValues.parse(entry);
  const power = computeBlocPower(citizens, officials, expected.quota);
  expect(power.banzhaf).toBeCloseTo(expected.bloc_banzhaf_abs, 6);
  expect(power.citizenBanzhaf).toBeCloseTo(expected.citizen_banzhaf_abs, 6);
  expect(power.normalised).toBeCloseTo(expected.bloc_banzhaf_norm, 6);
  expect(power.citizenNormalised).toBeCloseTo(expected.citizen_banzhaf_norm, 6);
  expect(power.shapley).toBeCloseTo(expected.bloc_shapley, 6);
  expect(power.citizenShapley).toBeCloseTo(expected.citizen_shapley, 6);
  expect(power.seatShare).toBeCloseTo(expected.seat_share, 6);
}

function checkSingleValue(key: string, entry: unknown): void {
  const { full, inputs } = SingleValue.parse(entry);
  const mapped = MAPPING.find(([pattern]) => pattern.test(key));
  if (mapped === undefined) throw new Error(`no model is mapped to the reference value ${key}`);
  const [pattern, compute] = mapped;
  const actual = compute(
    (name) => z.number(`${key} has no number ${name}`).parse(inputs[name]),
    (index) => Number(pattern.exec(key)?.[index]),
  );
  const expected = Number(full);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
}

describe.skipIf(!existsSync(REFERENCE_FILE))("the shared reference values (1e-10 relative)", () => {
  const reference = existsSync(REFERENCE_FILE)
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(REFERENCE_FILE, "utf8")))
    : {};

  test.each(Object.entries(reference))("%s", (key, entry) => {
    const seats = /^M2\.n(\d+)$/.exec(key);
    const power = /^M9\.(\d+)c_(\d+)o_/.exec(key);
    if (seats) checkSeats(Number(seats[1]), entry);
    else if (power) checkPower(Number(power[1]), Number(power[2]), entry);
    else checkSingleValue(key, entry);
  });

  test("the file was read", () => expect(Object.keys(reference).length).toBeGreaterThan(100));
});
