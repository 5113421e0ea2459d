/** Throws unless low ≤ likely ≤ high, all finite. The caller has validated its input: this is a bug. */
export function requireThreePointEstimate(
  functionName: string,
  low: number,
  likely: number,
  high: number,
): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= likely && likely <= high)) {
    throw new RangeError(
      `${functionName}: low <= likely <= high is required, got ${low}, ${likely}, ${high}`,
    );
  }
}
