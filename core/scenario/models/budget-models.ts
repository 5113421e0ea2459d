import { type AbsorptionYear, computeAbsorption } from "../../budget/absorption";
import { allocatePool, type PoolAllocation } from "../../budget/allocate-pool";
import { computeConcentrationIndex } from "../../budget/equity-concentration-index";
import { computeGini } from "../../budget/equity-gini";
import { computeNeediestShare } from "../../budget/equity-neediest-share";
import { type PerHead, toPerHead } from "../../budget/equity-population";
import { computeTheil } from "../../budget/equity-theil";
import { computeRubricScore } from "../../budget/incentive-grade";
import { readAllocationInput } from "./allocation-input";
import { listInput, ratioInput, wonInput } from "./inputs";
import {
  checkPositiveSum,
  listOf,
  type ModelDefinition,
  type ModelInputError,
  type ModelInputs,
  numberOf,
} from "./model-definition";

const values = listInput("values", "any", "amounts, each counted once");
const populations = listInput("populations", "people", "people of each unit");

function checkLengths(i: ModelInputs, key: string, others: readonly string[]): ModelInputError | null {
  const expected = listOf(i, key).length;
  for (const other of others) {
    const given = listOf(i, other).length;
    if (given !== expected) return { type: "length-mismatch", key: other, given, expected };
  }
  return null;
}

function allocate(i: ModelInputs): PoolAllocation {
  const input = readAllocationInput(i);
  if (!input.ok) throw new Error("allocate: units and weights must have been checked");
  return allocatePool(input.value.units, numberOf(i, "pool"), input.value.weights);
}

const ABSORPTION_RESULTS = {
  spent: (year: AbsorptionYear) => year.spentWon,
  carried: (year: AbsorptionYear) => year.carriedOutWon,
  lapsed: (year: AbsorptionYear) => year.lapsedWon,
  running: (year: AbsorptionYear) => year.runningCostWon,
} as const;

function absorb(i: ModelInputs): number[] {
  const years = computeAbsorption(listOf(i, "allocations"), {
    initialRatio: numberOf(i, "initial"),
    growthRatio: numberOf(i, "growth"),
    fixedWon: numberOf(i, "fixed"),
    overheadRatio: numberOf(i, "overhead"),
    unspent: i.unspent === "lapse" ? "lapse" : "carry-over",
  });
  const result = Object.entries(ABSORPTION_RESULTS).find(([name]) => name === i.result);
  return years.map(result?.[1] ?? ABSORPTION_RESULTS.spent);
}

function measureEquity(i: ModelInputs): Readonly<Record<string, number>> {
  const [amounts, people, needs] = [listOf(i, "amounts"), listOf(i, "populations"), listOf(i, "needs")];
  const units: readonly PerHead[] = toPerHead(amounts, people);
  const perHead = units.map((unit) => unit.perHeadWon);
  const weights = units.map((unit) => unit.population);
  return {
    gini: computeGini(perHead, weights),
    theil: computeTheil(perHead, weights),
    concentration: computeConcentrationIndex(amounts, people, needs),
    neediestShare: computeNeediestShare(amounts, people, needs),
  };
}

/** B1, B2, B3 and B6: dividing a pool, spending it, how fair it is, and what an evaluation earns. */
export const BUDGET_MODELS: readonly ModelDefinition[] = [
  {
    name: "gini",
    title: "Inequality (Gini), unweighted",
    formula: "Σ|x_i − x_j| / (2n²x̄)",
    source: "Gini 1912",
    inputs: [values],
    evaluate: (i) => computeGini(listOf(i, "values")),
  },
  {
    name: "theil",
    title: "Inequality (Theil), unweighted",
    formula: "(1/n) Σ (x/x̄) ln(x/x̄)",
    source: "Theil 1967",
    inputs: [values],
    evaluate: (i) => computeTheil(listOf(i, "values")),
  },
  {
    name: "equity",
    title: "Equity of amounts per head between units",
    formula: "Gini and Theil by population, concentration against need, share of the neediest fifth",
    source: "Gini 1912; Theil 1967; Kakwani, Wagstaff & van Doorslaer 1997",
    inputs: [
      listInput("amounts", "won", "amount of each unit"),
      populations,
      listInput("needs", "index", "need of each unit"),
    ],
    check: (i) => checkLengths(i, "amounts", ["populations", "needs"]),
    evaluate: measureEquity,
  },
  {
    name: "allocate",
    title: "A pool divided among units, exact to the won",
    formula:
      "floor + (D − Σfloor)·(w_equal/U + w_people·n/Σn + w_need·dn/Σdn + w_revenue·(n/r)/Σ(n/r)), largest remainder",
    source: "definition",
    inputs: [
      {
        key: "units",
        kind: "json",
        unit: "JSON",
        minimum: 0,
        maximum: 1e15,
        description:
          '[{"population": people, "need": index = 1, "revenue": won a head, "floor": won = 0}, …]',
      },
      { ...wonInput("pool", "money to divide"), kind: "integer" },
      {
        key: "weights",
        kind: "json",
        unit: "JSON",
        minimum: 0,
        maximum: 1e15,
        description: '{"equal": …, "people": …, "need": …, "revenue": …} or these four numbers a,b,c,d',
      },
    ],
    check: (i) => {
      const input = readAllocationInput(i);
      return input.ok ? null : input.error;
    },
    evaluate: (i) => allocate(i).amountsWon,
    notices: (i) => allocate(i).notices,
  },
  {
    name: "absorption",
    title: "What a unit spends of its yearly allocations",
    formula: "spend = min(usable + carry, max(a₀·usable, (1 + g)·spend before))",
    source: "definition",
    inputs: [
      listInput("allocations", "money", "allocation of each year"),
      ratioInput("initial", "a₀: part of a year's money that can always be spent"),
      ratioInput("growth", "g: how much more than last year can be spent", { maximum: 100 }),
      wonInput("fixed", "running cost of a year", { default: 0 }),
      ratioInput("overhead", "running cost as a ratio of the allocation", { default: 0 }),
      choiceInput("unspent", "what becomes of the rest", ["carry-over", "lapse"]),
      choiceInput("result", "which amounts to show", Object.keys(ABSORPTION_RESULTS)),
    ],
    evaluate: absorb,
  },
  {
    name: "rubric",
    title: "Score of an evaluation rubric, 0..100",
    formula: "100·Σ weight·score/maximum / Σ weight",
    source: "definition",
    inputs: [
      listInput("weights", "any", "weight of each criterion"),
      listInput("scores", "points", "score in each criterion"),
      listInput("maxima", "points", "highest score in each criterion"),
    ],
    check: checkRubric,
    evaluate: (i) =>
      computeRubricScore(
        listOf(i, "weights").map((weight, index) => ({
          weight,
          score: listOf(i, "scores")[index] ?? 0,
          maximumScore: listOf(i, "maxima")[index] ?? 0,
        })),
      ),
  },
];

function choiceInput(key: string, description: string, choices: readonly string[]) {
  return {
    key,
    kind: "choice",
    unit: "word",
    minimum: 0,
    maximum: 0,
    description,
    choices,
    default: choices[0] ?? "",
  } as const;
}

function checkRubric(i: ModelInputs): ModelInputError | null {
  const lengths = checkLengths(i, "weights", ["scores", "maxima"]) ?? checkPositiveSum(i, "weights");
  if (lengths !== null) return lengths;
  for (const [index, score] of listOf(i, "scores").entries()) {
    const maximum = listOf(i, "maxima")[index] ?? 0;
    if (maximum === 0) return { type: "no-positive-number", key: "maxima" };
    if (score > maximum) return { type: "out-of-range", key: "scores", given: score, minimum: 0, maximum };
  }
  return null;
}
