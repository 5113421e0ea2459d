import { computeGallagherIndex } from "../../committee/disproportionality/gallagher-index";
import { computeLoosemoreHanbyIndex } from "../../committee/disproportionality/loosemore-hanby-index";
import { computeRandomDrawDisproportionality } from "../../committee/disproportionality/random-draw-disproportionality";
import { allocateSeats, SEAT_METHODS } from "../../committee/seats/allocate-seats";
import { countInput, listInput, peopleInput } from "./inputs";
import {
  checkPositiveSum,
  checkRange,
  listOf,
  type ModelDefinition,
  type ModelInputError,
  type ModelInputs,
  numberOf,
  optionalNumberOf,
} from "./model-definition";

const shares = listInput("shares", "shares, scaled to add up to 1", "population share of each group");
const seatsHeld = listInput("seats", "seats or shares", "seats of each group, in the order of the shares");

function checkSharesAndSeats(i: ModelInputs): ModelInputError | null {
  const expected = listOf(i, "shares").length;
  const given = listOf(i, "seats").length;
  if (given !== expected) return { type: "length-mismatch", key: "seats", given, expected };
  return checkPositiveSum(i, "shares") ?? checkPositiveSum(i, "seats");
}

/** A2 and A3: seats in proportion, and how far from it. */
export const SEAT_MODELS: readonly ModelDefinition[] = [
  {
    name: "seats",
    title: "Seats by quota",
    formula: "largest remainder, Sainte-Laguë/Webster or D'Hondt",
    source: "Balinski & Young 1982",
    inputs: [
      {
        key: "method",
        kind: "choice",
        unit: "word",
        minimum: 0,
        maximum: 0,
        description: "how seats are divided",
        choices: SEAT_METHODS,
      },
      shares,
      countInput("n", "seats to divide"),
    ],
    check: (i) => checkPositiveSum(i, "shares"),
    evaluate: (i) => {
      const method = SEAT_METHODS.find((candidate) => candidate === i.method) ?? "hamilton";
      return allocateSeats(method, listOf(i, "shares"), numberOf(i, "n"));
    },
  },
  {
    name: "gallagher",
    title: "Disproportionality of seats (Gallagher), percent",
    formula: "100·√(½ Σ(s − p)²)",
    source: "Gallagher 1991",
    inputs: [shares, seatsHeld],
    check: checkSharesAndSeats,
    evaluate: (i) => computeGallagherIndex(listOf(i, "shares"), listOf(i, "seats")),
  },
  {
    name: "gallagher.random",
    title: "Disproportionality to expect from a random draw, percent",
    formula: "100·√((1 − Σp²)/(2n)) · √((N − n)/(N − 1))",
    source: "Gallagher 1991",
    inputs: [
      shares,
      countInput("n", "seats drawn", { minimum: 1 }),
      peopleInput("N", "people in the pool; left out: a large population", { optional: true, minimum: 1 }),
    ],
    check: (i) => checkPositiveSum(i, "shares") ?? checkRange(i, "N", numberOf(i, "n"), 1e10),
    evaluate: (i) =>
      computeRandomDrawDisproportionality(listOf(i, "shares"), numberOf(i, "n"), optionalNumberOf(i, "N")),
  },
  {
    name: "loosemore-hanby",
    title: "Part of the seats that would have to move, percent",
    formula: "100·½ Σ|s − p|",
    source: "Loosemore & Hanby 1971",
    inputs: [shares, seatsHeld],
    check: checkSharesAndSeats,
    evaluate: (i) => computeLoosemoreHanbyIndex(listOf(i, "shares"), listOf(i, "seats")),
  },
];
