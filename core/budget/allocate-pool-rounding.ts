/**
 * Rounds amounts that add up to about `totalWon` to whole won that add up to it
 * exactly, in place: the won left over go to the largest remainders, ties to the
 * earlier. At least one amount; amounts ≥ 0; `remainders` and `sorted` are room
 * for one number an amount each. O(n log n).
 */
export function roundToTotalInPlace(
  amountsWon: Float64Array,
  totalWon: number,
  remainders: Float64Array,
  sorted: Float64Array,
): void {
  let wholeWon = 0;
  for (let index = 0; index < amountsWon.length; index += 1) {
    const amountWon = amountsWon[index] ?? 0;
    const floorWon = Math.floor(amountWon);
    remainders[index] = amountWon - floorWon;
    amountsWon[index] = floorWon;
    wholeWon += floorWon;
  }
  const leftWon = totalWon - wholeWon;
  if (leftWon === 0) return;
  if (leftWon > 0 && leftWon < amountsWon.length) giveToLargest(amountsWon, remainders, sorted, leftWon);
  else settleNoise(amountsWon, remainders, leftWon);
}

/** One won to each of the `count` largest remainders: all above the smallest of them, then its equals in order. */
function giveToLargest(
  amountsWon: Float64Array,
  remainders: Float64Array,
  sorted: Float64Array,
  count: number,
): void {
  sorted.set(remainders);
  sortAscending(sorted);
  const firstGiven = sorted.length - count;
  const smallest = sorted[firstGiven] ?? 0;
  let equals = 0;
  while (equals < count && sorted[firstGiven + equals] === smallest) equals += 1;
  for (let index = 0; index < amountsWon.length; index += 1) {
    const remainder = remainders[index] ?? 0;
    if (remainder < smallest || (remainder === smallest && equals === 0)) continue;
    if (remainder === smallest) equals -= 1;
    amountsWon[index] = (amountsWon[index] ?? 0) + 1;
  }
}

/** Below this many numbers insertion is quicker than a call of the built-in sort. */
const FEW = 48;

function sortAscending(values: Float64Array): void {
  if (values.length > FEW) {
    values.sort();
    return;
  }
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let at = index;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at -= 1) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}

/**
 * Floating-point noise in amounts near 1e15 can exceed one won a unit, in either
 * direction: then turns go round, by whole rounds where there are many.
 */
function settleNoise(amountsWon: Float64Array, remainders: Float64Array, leftWon: number): void {
  const order = Array.from(amountsWon, (_, index) => index).sort(
    (a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b,
  );
  const stepFor = (left: number) => Math.max(1, Math.floor(Math.abs(left) / order.length));
  let left = leftWon;
  while (left > 0)
    for (let turn = 0, step = stepFor(left); turn < order.length && left > 0; turn += 1) {
      const index = order[turn] ?? 0;
      amountsWon[index] = (amountsWon[index] ?? 0) + step;
      left -= step;
    }
  while (left < 0)
    for (let turn = order.length - 1, step = stepFor(left); turn >= 0 && left < 0; turn -= 1) {
      const index = order[turn] ?? 0;
      const taken = Math.min(amountsWon[index] ?? 0, step);
      amountsWon[index] = (amountsWon[index] ?? 0) - taken;
      left += taken;
    }
}
