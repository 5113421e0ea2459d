import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBetaBinomialMass } from "../../../core/committee/probability/beta-binomial-mass";
import { computeBinomialMass } from "../../../core/committee/probability/binomial-mass";
import { computeHypergeometricMass } from "../../../core/committee/probability/hypergeometric-mass";
import {
  computeIncompleteBeta,
  invertIncompleteBeta,
} from "../../../core/committee/probability/incomplete-beta";
import { computeLogGamma } from "../../../core/committee/probability/log-gamma";
import { sumUpperTail } from "../../../core/committee/probability/mass-from-ratios";
import {
  computeNormalCdf,
  computeNormalQuantile,
} from "../../../core/committee/probability/normal-distribution";

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const sum = (masses: Float64Array) => masses.reduce((total, mass) => total + mass, 0);
const mean = (masses: Float64Array) => masses.reduce((total, mass, k) => total + k * mass, 0);

describe("probability masses", () => {
  test("binomial masses of four coin tosses are 1, 4, 6, 4, 1 sixteenths", () => {
    expect([...computeBinomialMass(4, 0.5)]).toEqual([1, 4, 6, 4, 1].map((count) => count / 16));
  });

  test("binomial masses add up to 1 and have mean n·p, up to 1,000 trials", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), probability, (trials, p) => {
        const masses = computeBinomialMass(trials, p);
        expect(sum(masses)).toBeCloseTo(1, 12);
        expect(mean(masses)).toBeCloseTo(trials * p, 8);
      }),
    );
  });

  test("hypergeometric masses add up to 1 and have mean n·K/N", () => {
    const pool = fc
      .integer({ min: 1, max: 3000 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size), fc.nat(size)));
    fc.assert(
      fc.property(pool, ([poolSize, groupSize, draws]) => {
        const masses = computeHypergeometricMass(poolSize, groupSize, draws);
        expect(sum(masses)).toBeCloseTo(1, 12);
        expect(mean(masses)).toBeCloseTo((draws * groupSize) / poolSize, 8);
      }),
    );
  });

  test("hypergeometric masses agree with counting: 2 red among 5, draw 2", () => {
    expect([...computeHypergeometricMass(5, 2, 2)]).toEqual([
      expect.closeTo(3 / 10, 15),
      expect.closeTo(6 / 10, 15),
      expect.closeTo(1 / 10, 15),
    ]);
  });

  test("beta-binomial masses add up to 1 and have mean n·p and variance n·p·q·(1 + (n−1)ρ)", () => {
    const rho = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), inside, rho, (trials, p, correlation) => {
        const masses = computeBetaBinomialMass(trials, p, correlation);
        const variance = masses.reduce((total, mass, k) => total + (k - trials * p) ** 2 * mass, 0);
        const expected = trials * p * (1 - p) * (1 + (trials - 1) * correlation);
        expect(sum(masses)).toBeCloseTo(1, 12);
        expect(mean(masses) / (trials * p)).toBeCloseTo(1, 8);
        expect(variance / expected).toBeCloseTo(1, 8);
      }),
    );
  });

  test("without correlation beta-binomial is binomial; with full correlation all or none", () => {
    expect(computeBetaBinomialMass(7, 0.3, 0)).toEqual(computeBinomialMass(7, 0.3));
    expect([...computeBetaBinomialMass(3, 0.3, 1)]).toEqual([0.7, 0, 0, 0.3]);
  });

  test("far tails keep their relative precision", () => {
    // .01^1000 = 1e−2000 underflows; .5^1000 does not.
    expect(sumUpperTail(computeBinomialMass(1000, 0.5), 1000) / 0.5 ** 1000).toBeCloseTo(1, 9);
    expect(sumUpperTail(computeBinomialMass(1000, 0.01), 1000)).toBe(0);
  });
});

describe("special functions", () => {
  test("ln Γ agrees with factorials and with Γ(½) = √π", () => {
    let logFactorial = 0;
    for (let n = 1; n <= 170; n += 1) {
      logFactorial += Math.log(n);
      expect(Math.abs(computeLogGamma(n + 1) - logFactorial)).toBeLessThan(1e-12 * Math.max(1, logFactorial));
    }
    expect(computeLogGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(computeLogGamma(0.1)).toBeCloseTo(2.252712651734206, 13);
  });

  test("I_x(a, b) with whole a and b is a binomial tail: P(Bin(a+b−1, x) ≥ a)", () => {
    const whole = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(whole, whole, probability, (a, b, x) => {
        const tail = sumUpperTail(computeBinomialMass(a + b - 1, x), a);
        expect(Math.abs(computeIncompleteBeta(x, a, b) - tail)).toBeLessThan(1e-12);
      }),
    );
  });

  test("inverting the incomplete beta function leads back to the probability", () => {
    const shape = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), shape, shape, (p, a, b) => {
        expect(Math.abs(computeIncompleteBeta(invertIncompleteBeta(p, a, b), a, b) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  test("the normal distribution has its well-known values", () => {
    expect(computeNormalCdf(0)).toBe(0.5);
    expect(computeNormalCdf(1)).toBeCloseTo(0.8413447460685429, 15);
    expect(computeNormalCdf(-1.96)).toBeCloseTo(0.024997895148220435, 15);
    expect(computeNormalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 12);
    expect(computeNormalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(computeNormalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
    expect(computeNormalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(computeNormalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(computeNormalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  test("normal quantile and distribution function are inverse to each other", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(Math.abs(computeNormalCdf(computeNormalQuantile(p)) - p)).toBeLessThan(1e-14);
      }),
    );
  });
});
