/** How fast a unit can turn money into work, and what becomes of the rest. */
export interface AbsorptionParameters {
  /** a₀ (0..1): the part of a year's usable money that can always be spent. */
  readonly initialRatio: number;
  /** g ≥ 0: how much more than last year can be spent, as a ratio. */
  readonly growthRatio: number;
  /** Running cost of the unit per year, before anything is usable. */
  readonly fixedWon: number;
  /** Running cost as a ratio (0..1) of the allocation. */
  readonly overheadRatio: number;
  /** What is not spent goes to the unit's next year or back to the pool. */
  readonly unspent: "carry-over" | "lapse";
}

/** One year of one unit. allocated + carried in = running cost + spent + carried out + lapsed. */
export interface AbsorptionYear {
  readonly allocatedWon: number;
  readonly carriedInWon: number;
  /** fixed + overhead·A, at most the allocation. */
  readonly runningCostWon: number;
  /** max(0, A − fixed − overhead·A). */
  readonly usableWon: number;
  readonly spentWon: number;
  readonly carriedOutWon: number;
  readonly lapsedWon: number;
}

/**
 * What a unit spends of its yearly allocations:
 * spend_y = min(usable_y + carry, max(a₀·usable_y, (1+g)·spend_{y−1})),
 * usable = max(0, A − fixed − overhead·A).
 *
 * The first year has no spending before it unless `spentBeforeWon` says so.
 * With `wholeWon`, running cost and spending are whole won (running cost
 * rounded up within the allocation, spending down), so that the years of whole
 * allocations balance to the won; otherwise amounts are not rounded and may be
 * in any unit of money. Allocations ≥ 0.
 */
export function computeAbsorption(
  allocationsWon: readonly number[],
  parameters: AbsorptionParameters,
  options: { readonly spentBeforeWon?: number; readonly wholeWon?: boolean } = {},
): AbsorptionYear[] {
  requireParameters(parameters);
  // 0.29 · 100 is 28.999999999999996 in floating point: a whole amount must not lose a won to that.
  const down = (amount: number) => (options.wholeWon ? Math.floor(amount + 1e-6) : amount);
  let spentBeforeWon = options.spentBeforeWon ?? 0;
  let carriedInWon = 0;
  return allocationsWon.map((allocatedWon) => {
    requireAmount("allocation", allocatedWon);
    const usableWon = down(
      Math.max(0, allocatedWon - parameters.fixedWon - parameters.overheadRatio * allocatedWon),
    );
    const capacityWon = Math.max(
      parameters.initialRatio * usableWon,
      (1 + parameters.growthRatio) * spentBeforeWon,
    );
    const spentWon = Math.min(usableWon + carriedInWon, down(capacityWon));
    const leftWon = usableWon + carriedInWon - spentWon;
    const carriesOver = parameters.unspent === "carry-over";
    const year: AbsorptionYear = {
      allocatedWon,
      carriedInWon,
      runningCostWon: allocatedWon - usableWon,
      usableWon,
      spentWon,
      carriedOutWon: carriesOver ? leftWon : 0,
      lapsedWon: carriesOver ? 0 : leftWon,
    };
    carriedInWon = year.carriedOutWon;
    spentBeforeWon = spentWon;
    return year;
  });
}

function requireParameters(parameters: AbsorptionParameters): void {
  for (const [name, value] of [
    ["initialRatio", parameters.initialRatio],
    ["overheadRatio", parameters.overheadRatio],
  ] as const) {
    requireAmount(name, value);
    if (value > 1) throw new RangeError(`computeAbsorption: ${name} must be at most 1, got ${value}`);
  }
  requireAmount("growthRatio", parameters.growthRatio);
  requireAmount("fixedWon", parameters.fixedWon);
}

function requireAmount(name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`computeAbsorption: ${name} must be finite and not negative, got ${value}`);
  }
}
