import { computeEffectiveJurySize } from "../../committee/decision-quality/effective-jury-size";
import { computeMajorityCorrectness } from "../../committee/decision-quality/majority-correctness";
import { computeMajorityCorrectnessLimit } from "../../committee/decision-quality/majority-correctness-limit";
import { computeBlocPivotalAmongPresent } from "../../committee/power/bloc-pivotal-among-present";
import { computeBlocPower } from "../../committee/power/bloc-power";
import { computeIndividualPower } from "../../committee/power/individual-power";
import { computeQuorumProbability } from "../../committee/quorum/quorum-probability";
import { computeTwoClassQuorumProbability } from "../../committee/quorum/two-class-quorum-probability";
import { countInput, ratioInput } from "./inputs";
import {
  checkRange,
  type ModelDefinition,
  type ModelInputError,
  type ModelInputs,
  numberOf,
  optionalNumberOf,
} from "./model-definition";

const seats = countInput("n", "seats", { minimum: 1 });
const correctness = ratioInput("p", "probability that a member is right");
const correlation = ratioInput("rho", "correlation between members");
const optionalCorrelation = ratioInput("rho", "correlation between members", { default: 0 });
const twoClasses = [
  countInput("citizens", "citizen members"),
  ratioInput("citizenAttendance", "probability that a citizen attends"),
  countInput("officials", "officials"),
  ratioInput("officialAttendance", "probability that an official attends"),
];
const need = countInput("need", "members that must be present; left out: more than half", { optional: true });

const countMembers = (i: ModelInputs) => numberOf(i, "citizens") + numberOf(i, "officials");
const checkNeed = (i: ModelInputs): ModelInputError | null => checkRange(i, "need", 0, countMembers(i));

/** A4, A5 and A9: right decisions, quorum, power. */
export const DECISION_MODELS: readonly ModelDefinition[] = [
  {
    name: "jury",
    title: "Probability that the majority is right",
    formula: "P(Bin(n, p) > n/2) + ½ P(= n/2); beta-binomial with correlation; for p > ½",
    source: "Ladha 1992; Kaniovski & Zaigraev 2011",
    inputs: [correctness, seats, optionalCorrelation],
    evaluate: (i) => computeMajorityCorrectness(numberOf(i, "p"), numberOf(i, "n"), numberOf(i, "rho")),
  },
  {
    name: "jury.effective-size",
    title: "Number of independent members that know as much",
    formula: "n/(1 + (n − 1)ρ)",
    source: "Ladha 1992",
    inputs: [seats, correlation],
    evaluate: (i) => computeEffectiveJurySize(numberOf(i, "n"), numberOf(i, "rho")),
  },
  {
    name: "jury.limit",
    title: "Probability that the majority of a very large council is right",
    formula: "P(Beta(p(1−ρ)/ρ, (1−p)(1−ρ)/ρ) > ½)",
    source: "Kaniovski & Zaigraev 2011",
    inputs: [correctness, correlation],
    evaluate: (i) => computeMajorityCorrectnessLimit(numberOf(i, "p"), numberOf(i, "rho")),
  },
  {
    name: "quorum",
    title: "Probability of a quorum",
    formula: "P(Bin(n, attendance) ≥ need); beta-binomial with correlation",
    source: "Feller 1968",
    inputs: [seats, ratioInput("attendance", "probability that a member attends"), need, optionalCorrelation],
    check: (i) => checkRange(i, "need", 0, numberOf(i, "n")),
    evaluate: (i) =>
      computeQuorumProbability(
        numberOf(i, "n"),
        numberOf(i, "attendance"),
        optionalNumberOf(i, "need"),
        numberOf(i, "rho"),
      ),
  },
  {
    name: "quorum.two-class",
    title: "Probability of a quorum of citizens and officials",
    formula: "P(Bin(c, a_c) + Bin(o, a_o) ≥ need)",
    source: "Feller 1968",
    inputs: [...twoClasses, need],
    check: checkNeed,
    evaluate: (i) =>
      computeTwoClassQuorumProbability(
        numberOf(i, "citizens"),
        numberOf(i, "citizenAttendance"),
        numberOf(i, "officials"),
        numberOf(i, "officialAttendance"),
        optionalNumberOf(i, "need"),
      ),
  },
  {
    name: "power.bloc",
    title: "Power of the officials' bloc",
    formula: "Banzhaf P(q − w ≤ Bin(c, ½) < q); Shapley–Shubik pivots/(c + 1)",
    source: "Penrose 1946; Banzhaf 1965; Shapley & Shubik 1954",
    inputs: [
      countInput("citizens", "independent citizens"),
      countInput("officials", "officials who vote as one"),
      countInput("quota", "votes that a motion needs", { minimum: 1, maximum: 4_000 }),
    ],
    check: (i) => checkRange(i, "quota", 1, countMembers(i)),
    evaluate: (i) => {
      const power = computeBlocPower(numberOf(i, "citizens"), numberOf(i, "officials"), numberOf(i, "quota"));
      return { banzhaf: power.banzhaf, normalised: power.normalised, shapley: power.shapley };
    },
  },
  {
    name: "power.present",
    title: "How often the officials' bloc decides among those present",
    formula: "P(bloc pivotal by majority of those present | quorum)",
    source: "Penrose 1946; Banzhaf 1965",
    inputs: [...twoClasses, need],
    check: checkNeed,
    evaluate: (i) =>
      computeBlocPivotalAmongPresent(
        numberOf(i, "citizens"),
        numberOf(i, "citizenAttendance"),
        numberOf(i, "officials"),
        numberOf(i, "officialAttendance"),
        optionalNumberOf(i, "need"),
      ),
  },
  {
    name: "power.individual",
    title: "Power of one member (Banzhaf)",
    formula: "P(Bin(n − 1, ½) = quota − 1)",
    source: "Penrose 1946; Banzhaf 1965",
    inputs: [
      seats,
      countInput("quota", "votes that a motion needs; left out: more than half", {
        optional: true,
        minimum: 1,
      }),
    ],
    check: (i) => checkRange(i, "quota", 1, numberOf(i, "n")),
    evaluate: (i) => computeIndividualPower(numberOf(i, "n"), optionalNumberOf(i, "quota")),
  },
];
