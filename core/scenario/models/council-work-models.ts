import {
  computeTermCommitteeCost,
  ILLUSTRATIVE_COMMITTEE_COSTS as ILLUSTRATIVE,
} from "../../committee/cost/committee-cost";
import { computeOneSubcommitteeCoverage } from "../../committee/coverage/one-subcommittee-coverage";
import { computeSubcommitteeCoverage } from "../../committee/coverage/subcommittee-coverage";
import { countMemberPairs } from "../../committee/talk/member-pairs";
import { computeSameSubcommitteeProbability } from "../../committee/talk/same-subcommittee";
import { computeSpeakingMinutes } from "../../committee/talk/speaking-minutes";
import { computeTopSpeakersShare } from "../../committee/talk/top-speakers-share";
import { countInput, durationInput, ratioInput, wonInput } from "./inputs";
import { checkRange, type ModelDefinition, numberOf } from "./model-definition";

const seats = countInput("n", "seats", { minimum: 1 });
const subcommittees = countInput("subcommittees", "subcommittees, as equal as possible", { minimum: 1 });

/** A6, A7 and A10: talk, cost, subcommittees. */
export const COUNCIL_WORK_MODELS: readonly ModelDefinition[] = [
  {
    name: "speaking.minutes",
    title: "Minutes that each member can speak",
    formula: "(minutes − overhead)/(n·attendance)",
    source: "definition",
    inputs: [
      seats,
      durationInput("minutes", "minutes", "length of the meeting"),
      durationInput("overhead", "minutes", "opening, reports, breaks"),
      ratioInput("attendance", "1 counts every seat, less only those present", {
        default: 1,
        minimum: 0.001,
      }),
    ],
    evaluate: (i) =>
      computeSpeakingMinutes(
        numberOf(i, "n"),
        numberOf(i, "minutes"),
        numberOf(i, "overhead"),
        numberOf(i, "attendance"),
      ),
  },
  {
    name: "speaking.top-share",
    title: "Share of the talk of the most talkative members",
    formula: "(1 − r^m)/(1 − r^n)",
    source: "Stephan & Mishler 1952",
    inputs: [
      seats,
      ratioInput("r", "how much each speaks of what the one before spoke", { minimum: 1e-6 }),
      countInput("m", "most talkative members"),
    ],
    check: (i) => checkRange(i, "m", 0, numberOf(i, "n")),
    evaluate: (i) => computeTopSpeakersShare(numberOf(i, "n"), numberOf(i, "r"), numberOf(i, "m")),
  },
  {
    name: "speaking.same-subcommittee",
    title: "Probability that two members share a subcommittee",
    formula: "Σ s(s − 1)/(n(n − 1))",
    source: "definition",
    inputs: [countInput("n", "seats", { minimum: 2 }), subcommittees],
    evaluate: (i) => computeSameSubcommitteeProbability(numberOf(i, "n"), numberOf(i, "subcommittees")),
  },
  {
    name: "pairs",
    title: "Pairs of members",
    formula: "n(n − 1)/2",
    source: "definition",
    inputs: [countInput("n", "seats")],
    evaluate: (i) => countMemberPairs(numberOf(i, "n")),
  },
  {
    name: "cost.term",
    title: "Cost of a council over its term, won",
    formula:
      "years × Σ meetings × (citizens·attendance·allowance + officials·attendance·hours·wage + fixed); unit costs illustrative",
    source: "definition",
    inputs: [
      countInput("citizens", "citizen members"),
      countInput("officials", "officials"),
      countInput("subcommittees", "subcommittees; every member sits in one"),
      countInput("plenaries", "plenary meetings a year", { default: ILLUSTRATIVE.plenariesPerYear }),
      countInput("subcommitteeRounds", "meetings of each subcommittee a year", {
        default: ILLUSTRATIVE.subcommitteeRoundsPerYear,
      }),
      durationInput("years", "years", "length of the term", { default: 2 }),
      wonInput("allowance", "attendance allowance of a citizen", { default: ILLUSTRATIVE.allowanceWon }),
      durationInput("hours", "hours", "hours of an official per meeting", {
        default: ILLUSTRATIVE.officialHoursPerMeeting,
      }),
      wonInput("wage", "hourly cost of an official", { default: ILLUSTRATIVE.officialHourlyWageWon }),
      wonInput("fixed", "fixed cost of a plenary", { default: ILLUSTRATIVE.fixedPerPlenaryWon }),
      wonInput("fixedSubcommittee", "fixed cost of a meeting of one subcommittee", {
        default: ILLUSTRATIVE.fixedPerSubcommitteeMeetingWon,
      }),
      ratioInput("citizenAttendance", "probability that a citizen attends", {
        default: ILLUSTRATIVE.citizenAttendanceRatio,
      }),
      ratioInput("officialAttendance", "probability that an official attends", {
        default: ILLUSTRATIVE.officialAttendanceRatio,
      }),
    ],
    evaluate: (i) =>
      computeTermCommitteeCost(
        {
          citizens: numberOf(i, "citizens"),
          officials: numberOf(i, "officials"),
          subcommittees: numberOf(i, "subcommittees"),
          plenariesPerYear: numberOf(i, "plenaries"),
          subcommitteeRoundsPerYear: numberOf(i, "subcommitteeRounds"),
          citizenAttendanceRatio: numberOf(i, "citizenAttendance"),
          officialAttendanceRatio: numberOf(i, "officialAttendance"),
          allowanceWon: numberOf(i, "allowance"),
          officialHoursPerMeeting: numberOf(i, "hours"),
          officialHourlyWageWon: numberOf(i, "wage"),
          fixedPerPlenaryWon: numberOf(i, "fixed"),
          fixedPerSubcommitteeMeetingWon: numberOf(i, "fixedSubcommittee"),
          secretariatFtePerSeat: 0,
          secretariatWonPerFteYear: 0,
        },
        numberOf(i, "years"),
      ),
  },
  {
    name: "coverage.subcommittees",
    title: "Probability that a group sits in every subcommittee",
    formula: "Σ_j (−1)^j C(c, j)·C(n − js, m)/C(n, m)",
    source: "Feller 1968",
    inputs: [seats, subcommittees, countInput("m", "members of the group")],
    check: (i) => checkRange(i, "m", 0, numberOf(i, "n")),
    evaluate: (i) =>
      computeSubcommitteeCoverage(numberOf(i, "n"), numberOf(i, "subcommittees"), numberOf(i, "m")),
  },
  {
    name: "coverage.one-subcommittee",
    title: "Probability that a group sits in one given subcommittee",
    formula: "1 − C(n − s, m)/C(n, m)",
    source: "Feller 1968",
    inputs: [seats, countInput("s", "members of the subcommittee"), countInput("m", "members of the group")],
    check: (i) => checkRange(i, "s", 0, numberOf(i, "n")) ?? checkRange(i, "m", 0, numberOf(i, "n")),
    evaluate: (i) => computeOneSubcommitteeCoverage(numberOf(i, "n"), numberOf(i, "s"), numberOf(i, "m")),
  },
];
