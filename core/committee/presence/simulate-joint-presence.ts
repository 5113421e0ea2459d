import { requireInteger } from "../preconditions";

/**
 * The share of simulated draws in which every group has a seat, for groups that
 * overlap in the same person (a young tenant).
 *
 * `profiles` holds one bit mask per resident (bit g set: belongs to group g, at
 * most 30 groups); `seats` residents are drawn without replacement, `draws`
 * times. Randomness comes from `nextRandom` (uniform in [0, 1)), so the same
 * seed gives the same answer. Standard error √(P(1−P)/draws). O(draws · seats).
 */
export function simulateJointPresence(
  profiles: readonly number[],
  groupCount: number,
  seats: number,
  draws: number,
  nextRandom: () => number,
): number {
  const name = "simulateJointPresence";
  requireInteger(name, "groupCount", groupCount, 0, 30);
  requireInteger(name, "seats", seats, 0, profiles.length);
  requireInteger(name, "draws", draws, 1);
  const allGroups = 2 ** groupCount - 1;
  const pool = Int32Array.from(profiles);
  let complete = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let seated = 0;
    for (let seat = 0; seat < seats; seat += 1) {
      const picked = seat + Math.floor(nextRandom() * (pool.length - seat));
      const profile = pool[picked] ?? 0;
      pool[picked] = pool[seat] ?? 0;
      pool[seat] = profile;
      seated |= profile;
    }
    if ((seated & allGroups) === allGroups) complete += 1;
  }
  return complete / draws;
}
