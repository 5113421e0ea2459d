/** Amount per head and people of one unit. */
export interface PerHead {
  readonly perHeadWon: number;
  readonly population: number;
}

/**
 * Amounts and populations as amounts per head. Units without people have no
 * amount per head and are left out: they weigh nothing.
 */
export function toPerHead(amountsWon: readonly number[], populations: readonly number[]): PerHead[] {
  requireEquityInput("toPerHead", amountsWon, populations);
  const result: PerHead[] = [];
  amountsWon.forEach((amountWon, index) => {
    const population = populations[index] ?? 0;
    if (population > 0) result.push({ perHeadWon: amountWon / population, population });
  });
  return result;
}

/** Throws unless both lists have the same length and hold finite numbers ≥ 0. */
export function requireEquityInput(
  functionName: string,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): void {
  if (values.length !== weights.length) {
    throw new RangeError(`${functionName}: both lists must have the same length`);
  }
  requireAmounts(functionName, values);
  requireAmounts(functionName, weights);
}

function requireAmounts(functionName: string, list: ArrayLike<number>): void {
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index] ?? Number.NaN;
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(`${functionName}: numbers must be finite and not negative, got ${value}`);
    }
  }
}
