/**
 * Rounds amounts that add up to about `totalWon` to whole won that add up to it
 * exactly: the won left over go to the largest remainders, ties to the earlier.
 * At least one amount; amounts ≥ 0.
 */
export function roundToTotalWon(amountsWon: readonly number[], totalWon: number): number[] {
  const result = amountsWon.map(Math.floor);
  const order = amountsWon.map((_, index) => index);
  const remainders = amountsWon.map((amount, index) => amount - (result[index] ?? 0));
  order.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  let left = totalWon - result.reduce((sum, amount) => sum + amount, 0);
  // Floating-point noise in amounts near 1e15 can exceed one won a unit, in either direction: hence the loops.
  for (let turn = 0; left > 0; turn = (turn + 1) % order.length) {
    const index = order[turn] ?? 0;
    result[index] = (result[index] ?? 0) + 1;
    left -= 1;
  }
  for (let turn = order.length - 1; left < 0; turn = turn > 0 ? turn - 1 : order.length - 1) {
    const index = order[turn] ?? 0;
    if ((result[index] ?? 0) === 0) continue;
    result[index] = (result[index] ?? 0) - 1;
    left += 1;
  }
  return result;
}

/** Adds the floor of each unit to what it got of the rest. */
export function addFloors(floorsWon: readonly number[], dividedWon: readonly number[]): number[] {
  return floorsWon.map((floorWon, index) => floorWon + (dividedWon[index] ?? 0));
}
