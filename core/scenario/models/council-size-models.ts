import { computeSamplingMargin } from "../../committee/sampling/sampling-margin";
import { computeCubeRootSize } from "../../committee/size-laws/cube-root-size";
import { computePowerLawSize } from "../../committee/size-laws/power-law-size";
import { computeSquareRootSize } from "../../committee/size-laws/square-root-size";
import { computeTaageperaSize } from "../../committee/size-laws/taagepera-size";
import { computeExpectedSurvivors } from "../../committee/turnover/expected-survivors";
import { computeMemoryAfterRenewal } from "../../committee/turnover/memory-after-renewal";
import { findReserveListSize } from "../../committee/turnover/reserve-list-size";
import { countInput, durationInput, peopleInput, ratioInput } from "./inputs";
import { type ModelDefinition, numberOf } from "./model-definition";

const population = peopleInput("population", "people represented");

/** A8, A11 and A12: size benchmarks, turnover, sampling margin. */
export const COUNCIL_SIZE_MODELS: readonly ModelDefinition[] = [
  {
    name: "size.cube-root",
    title: "Size by the cube root law (a benchmark)",
    formula: "∛P",
    source: "Taagepera 1972; contested by Jacobs & Otjes 2014, Margaritondo 2021",
    inputs: [population],
    evaluate: (i) => computeCubeRootSize(numberOf(i, "population")),
  },
  {
    name: "size.square-root",
    title: "Size by the square root law (a benchmark)",
    formula: "√P",
    source: "Auriol & Gary-Bobo 2012",
    inputs: [population],
    evaluate: (i) => computeSquareRootSize(numberOf(i, "population")),
  },
  {
    name: "size.power-0.4",
    title: "Size by the power law (a benchmark)",
    formula: "P^0.4",
    source: "Auriol & Gary-Bobo 2012",
    inputs: [population],
    evaluate: (i) => computePowerLawSize(numberOf(i, "population")),
  },
  {
    name: "size.taagepera",
    title: "Size by the cube root law of the active population (a benchmark)",
    formula: "∛(2·active·P)",
    source: "Taagepera 1972; contested by Jacobs & Otjes 2014, Margaritondo 2021",
    inputs: [population, ratioInput("active", "active part of the population")],
    evaluate: (i) => computeTaageperaSize(numberOf(i, "population"), numberOf(i, "active")),
  },
  {
    name: "memory.renewal",
    title: "Part of the council that has served before, after a renewal",
    formula: "(1/c) Σ_{j=1}^{c−1} (1 − d)^{jT/c}",
    source: "Bartholomew, Forbes & McClean 1991",
    inputs: [
      countInput("cohorts", "cohorts renewed in turn", { minimum: 1 }),
      durationInput("term", "years", "length of a term"),
      ratioInput("dropout", "yearly drop-out"),
    ],
    evaluate: (i) =>
      computeMemoryAfterRenewal(numberOf(i, "cohorts"), numberOf(i, "term"), numberOf(i, "dropout")),
  },
  {
    name: "survivors",
    title: "Members still there after some years",
    formula: "n(1 − d)^T",
    source: "Bartholomew, Forbes & McClean 1991",
    inputs: [
      countInput("n", "seats"),
      durationInput("years", "years", "years passed"),
      ratioInput("dropout", "yearly drop-out"),
    ],
    evaluate: (i) => computeExpectedSurvivors(numberOf(i, "n"), numberOf(i, "years"), numberOf(i, "dropout")),
  },
  {
    name: "reserve",
    title: "Reserve list that very likely covers all drop-outs",
    formula: "smallest r with P(Bin(n, d) ≤ r) ≥ confidence",
    source: "Feller 1968",
    inputs: [
      countInput("n", "seats"),
      ratioInput("dropout", "drop-out over the whole term"),
      ratioInput("confidence", "how likely"),
    ],
    evaluate: (i) => findReserveListSize(numberOf(i, "n"), numberOf(i, "dropout"), numberOf(i, "confidence")),
  },
  {
    name: "margin",
    title: "Sampling margin at 95 %",
    formula: "1.96·√(p(1 − p)/n)",
    source: "Feller 1968",
    inputs: [
      countInput("n", "people in the sample", { minimum: 1, maximum: 1_000_000 }),
      ratioInput("p", "share measured", { default: 0.5 }),
    ],
    evaluate: (i) => computeSamplingMargin(numberOf(i, "n"), numberOf(i, "p")),
  },
];
