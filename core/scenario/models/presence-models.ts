import { computeBinomialPresence } from "../../committee/presence/binomial-presence";
import { computeHypergeometricPresence } from "../../committee/presence/hypergeometric-presence";
import { findMinimumSizeForPresence } from "../../committee/presence/minimum-size-for-presence";
import { computePresenceAtMeeting } from "../../committee/presence/presence-at-meeting";
import { countInput, peopleInput, ratioInput } from "./inputs";
import { checkRange, type ModelDefinition, numberOf } from "./model-definition";

const groupShare = ratioInput("p", "share of the group in the population");
const seats = countInput("n", "seats drawn at random");

/** A1: does a group have a seat? */
export const PRESENCE_MODELS: readonly ModelDefinition[] = [
  {
    name: "presence.binomial",
    title: "Probability that a group has at least k seats, drawn from the population",
    formula: "P(Bin(n, p) ≥ k)",
    source: "Feller 1968",
    inputs: [groupShare, seats, countInput("k", "seats of the group, at least")],
    evaluate: (i) => computeBinomialPresence(numberOf(i, "n"), numberOf(i, "p"), numberOf(i, "k")),
  },
  {
    name: "presence.hypergeometric",
    title: "Probability that a group has at least k seats, drawn from a pool",
    formula: "P(Hyp(N, K, n) ≥ k)",
    source: "Feller 1968",
    inputs: [
      peopleInput("N", "people in the pool", { maximum: 1e7 }),
      peopleInput("K", "people of the group in the pool", { maximum: 1e7 }),
      seats,
      countInput("k", "seats of the group, at least"),
    ],
    check: (i) => checkRange(i, "K", 0, numberOf(i, "N")) ?? checkRange(i, "n", 0, numberOf(i, "N")),
    evaluate: (i) =>
      computeHypergeometricPresence(numberOf(i, "N"), numberOf(i, "K"), numberOf(i, "n"), numberOf(i, "k")),
  },
  {
    name: "presence.min-size",
    title: "Smallest number of seats with which a group very likely has one",
    formula: "⌈ln(1 − confidence) / ln(1 − p)⌉",
    source: "Feller 1968",
    inputs: [
      ratioInput("p", "share of the group in the population", { minimum: 1e-9 }),
      ratioInput("confidence", "how likely", { maximum: 0.999999999 }),
    ],
    evaluate: (i) => findMinimumSizeForPresence(numberOf(i, "p"), numberOf(i, "confidence")),
  },
  {
    name: "presence.at-meeting",
    title: "Probability that a group is present at a meeting",
    formula: "1 − (1 − p·attendance)^n",
    source: "Feller 1968",
    inputs: [groupShare, seats, ratioInput("attendance", "probability that a member attends")],
    evaluate: (i) => computePresenceAtMeeting(numberOf(i, "n"), numberOf(i, "p"), numberOf(i, "attendance")),
  },
];
