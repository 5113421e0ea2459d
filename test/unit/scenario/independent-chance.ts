/** Chance for a second simulation that uses nothing of core: another generator, another way to PERT numbers. */
export function makeChance(seed: number) {
  let state = seed;
  /** mulberry32. */
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  /** Box & Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia & Tsang 2000, for shapes of 1 and more. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  /** PERT as what two gamma numbers make of each other. */
  const pert = (low: number, likely: number, high: number): number => {
    if (low === high) return likely;
    const a = gamma(1 + (4 * (likely - low)) / (high - low));
    const b = gamma(1 + (4 * (high - likely)) / (high - low));
    return low + ((high - low) * a) / (a + b);
  };
  return { pert };
}
