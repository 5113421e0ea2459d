/** Throws unless `value` is a probability or share in 0..1. The caller has validated its input: this is a bug. */
export function requireRatio(functionName: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${functionName}: ${name} must be in 0..1, got ${value}`);
}

/** Throws unless `value` is a whole number in minimum..maximum. */
export function requireInteger(
  functionName: string,
  name: string,
  value: number,
  minimum: number,
  maximum: number = Number.MAX_SAFE_INTEGER,
): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new RangeError(
      `${functionName}: ${name} must be a whole number in ${minimum}..${maximum}, got ${value}`,
    );
  }
}

/** Throws unless `value` is finite and at least `minimum`. */
export function requireAtLeast(functionName: string, name: string, value: number, minimum: number): void {
  if (!(Number.isFinite(value) && value >= minimum)) {
    throw new RangeError(`${functionName}: ${name} must be finite and at least ${minimum}, got ${value}`);
  }
}

/** Throws unless `values` is a non-empty list of finite numbers ≥ 0 with a positive sum; returns the sum. */
export function requireShares(functionName: string, name: string, values: readonly number[]): number {
  let sum = 0;
  for (const value of values) {
    requireAtLeast(functionName, name, value, 0);
    sum += value;
  }
  if (!(sum > 0)) throw new RangeError(`${functionName}: ${name} must have a positive sum`);
  return sum;
}
