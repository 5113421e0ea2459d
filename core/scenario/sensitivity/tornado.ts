import type { Design } from "./design";

/** How far an input may go to either side of what the plan has. */
export interface TornadoInput {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export interface TornadoBar {
  /** Index of the input. */
  readonly input: number;
  readonly base: number;
  readonly atLow: number;
  readonly atHigh: number;
  /** Widest distance between the output at low, base and high. */
  readonly swing: number;
}

/** One at a time: all at base, then each input at its low and at its high end. 2·inputs + 1 points. */
export function createTornadoDesign(inputs: readonly TornadoInput[]): Design {
  return {
    size: 2 * inputs.length + 1,
    dimensions: inputs.length,
    writePoint(index, out) {
      for (const [position, input] of inputs.entries()) {
        const isMoved = index > 0 && Math.floor((index - 1) / 2) === position;
        out[position] = isMoved ? (index % 2 === 1 ? input.low : input.high) : input.base;
      }
    },
  };
}

/** The bars of a tornado from one output of all points, widest first; equal ones in the order of the inputs. */
export function summariseTornado(output: Float64Array): readonly TornadoBar[] {
  const base = output[0] ?? Number.NaN;
  const bars = Array.from({ length: (output.length - 1) / 2 }, (_, input): TornadoBar => {
    const atLow = output[2 * input + 1] ?? Number.NaN;
    const atHigh = output[2 * input + 2] ?? Number.NaN;
    const values = [base, atLow, atHigh].filter((value) => !Number.isNaN(value));
    const swing = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
    return { input, base, atLow, atHigh, swing };
  });
  return bars.sort((a, b) => b.swing - a.swing || a.input - b.input);
}
