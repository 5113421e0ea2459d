/** About four steps of 1, 2, 2.5 or 5 times a power of ten, in the unit shown, that reach the highest value. */
export function listTicks(highest: number, perUnit: number): number[] {
  const rough = Math.max(highest / perUnit / 4, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(highest / perUnit / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step * perUnit);
}
