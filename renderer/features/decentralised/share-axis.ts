const SMALLEST_AXIS = 0.04;
const SNAP = 0.001;

/** Four steps of 1, 2, 2.5 or 5 times a power of ten above the highest share, with room to drag upwards; never above 100 %. */
export function listRatioTicks(highestRatio: number): readonly number[] {
  const wanted = Math.min(1, Math.max(SMALLEST_AXIS, highestRatio * 1.3));
  const rough = wanted / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough - 1e-12) ?? 10) * power;
  const ticks: number[] = [];
  for (let index = 0; index * step < wanted + step - 1e-9; index += 1) {
    const tick = Number((index * step).toPrecision(6));
    if (tick <= 1) ticks.push(tick);
  }
  return ticks;
}

/** A share as a pointer or a key sets it: whole tenths of a per cent between 0 and `highestRatio`. */
export const snapShare = (ratio: number, highestRatio: number): number =>
  Number((Math.round(Math.min(highestRatio, Math.max(0, ratio)) / SNAP) * SNAP).toFixed(6));
