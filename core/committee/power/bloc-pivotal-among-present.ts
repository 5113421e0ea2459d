import { requireInteger } from "../preconditions";
import { computeBinomialMass } from "../probability/binomial-mass";
import { computeFairCoinBelow } from "../probability/fair-coin";
import { computeMajority } from "../quorum/majority";

/**
 * How often the officials' bloc decides under the usual rule 재적 과반 출석,
 * 출석 과반 찬성: a majority of the seats must be present, and a majority of
 * those present must vote for the motion.
 *
 * Officials who come vote as one; each citizen who comes votes for with
 * probability ½. Returns P(the bloc decides | quorum), exact; 0 where a quorum
 * is impossible. `need` members must be present (default ⌊n/2⌋ + 1).
 * O(citizens · (citizens + officials)).
 */
export function computeBlocPivotalAmongPresent(
  citizens: number,
  citizenAttendanceRatio: number,
  officials: number,
  officialAttendanceRatio: number,
  need: number = computeMajority(citizens + officials),
): number {
  requireInteger("computeBlocPivotalAmongPresent", "need", need, 0);
  return computeBlocPivotalFromMasses(
    computeBinomialMass(citizens, citizenAttendanceRatio),
    computeBinomialMass(officials, officialAttendanceRatio),
    need,
  );
}

/** The same from the masses of citizens and officials present, 0 up to all of them. */
export function computeBlocPivotalFromMasses(
  citizenMass: Float64Array,
  officialMass: Float64Array,
  need: number,
): number {
  const citizens = citizenMass.length - 1;
  const officials = officialMass.length - 1;
  let quorum = 0;
  let pivotal = 0;
  for (let citizensPresent = 0; citizensPresent <= citizens; citizensPresent += 1) {
    const citizenProbability = citizenMass[citizensPresent] ?? 0;
    if (citizenProbability === 0) continue;
    const below = computeFairCoinBelow(citizensPresent);
    for (let bloc = Math.max(0, need - citizensPresent); bloc <= officials; bloc += 1) {
      const probability = citizenProbability * (officialMass[bloc] ?? 0);
      quorum += probability;
      const quota = computeMajority(citizensPresent + bloc);
      const upTo = below[Math.min(citizensPresent + 1, quota)] ?? 0;
      const short = below[Math.max(0, quota - bloc)] ?? 0;
      if (bloc > 0) pivotal += probability * Math.max(0, upTo - short);
    }
  }
  return quorum > 0 ? Math.min(1, pivotal / quorum) : 0;
}
