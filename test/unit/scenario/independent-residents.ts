/** Residents' projects (models B1, B2, B7) for plans without floors, running cost and growth of spending. */

interface PaperPool {
  readonly poolWon: readonly number[];
  /** Posts that tasks and council leave, by year. */
  readonly leftPosts: readonly number[];
  readonly units: readonly { readonly code: string; readonly people: number; readonly need: number }[];
  readonly weights: { readonly equal: number; readonly people: number; readonly need: number };
  readonly carries: boolean;
  readonly spentAtOnce: number;
  readonly projectWon: number;
  readonly projectPosts: number;
  readonly projectsByDeliberation: number;
}

export interface ProjectYear {
  readonly projects: number;
  readonly limit: "money" | "staff" | "deliberation" | "absorption";
  readonly executedWon: number;
  readonly unspentWon: number;
  /** By unit, in the order of the plan. */
  readonly allocatedWon: readonly number[];
}

export function spendOnProjects(pool: PaperPool): ProjectYear[] {
  let carriedWon = 0;
  return pool.poolWon.map((decidedWon, index) => {
    const availableWon = decidedWon + carriedWon;
    const canSpendWon = Math.min(availableWon, Math.floor(pool.spentAtOnce * decidedWon + 1e-6));
    const limits = [
      ["money", availableWon / pool.projectWon],
      ["staff", Math.max(0, pool.leftPosts[index] ?? 0) / pool.projectPosts],
      ["deliberation", pool.projectsByDeliberation],
      ["absorption", canSpendWon / pool.projectWon],
    ] as const;
    const [limit, projects] = limits.reduce((least, next) => (next[1] < least[1] - 1e-6 ? next : least));
    const executedWon = Math.min(canSpendWon, Math.round(projects * pool.projectWon));
    carriedWon = pool.carries ? availableWon - executedWon : 0;
    return {
      projects,
      limit,
      executedWon,
      unspentWon: availableWon - executedWon,
      allocatedWon: divide(pool, decidedWon),
    };
  });
}

/** By formula, whole won by largest remainder. */
function divide({ units, weights }: PaperPool, won: number): number[] {
  const people = units.reduce((sum, unit) => sum + unit.people, 0);
  const need = units.reduce((sum, unit) => sum + unit.people * unit.need, 0);
  const exact = units.map(
    (unit) =>
      won *
      (weights.equal / units.length +
        (weights.people * unit.people) / people +
        (weights.need * unit.people * unit.need) / need),
  );
  const whole = exact.map(Math.floor);
  const missing = won - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
