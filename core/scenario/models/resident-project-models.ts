import { computeResidentProjects } from "../../budget/resident-projects";
import { countInput, ratioInput, wonInput } from "./inputs";
import { type ModelDefinition, type ModelInput, numberOf } from "./model-definition";

const amountInput = (key: string, description: string, minimum = 0): ModelInput => ({
  ...wonInput(key, description),
  unit: "money",
  minimum,
});

const staffInput = (key: string, description: string, minimum = 0): ModelInput => ({
  key,
  kind: "number",
  unit: "posts (FTE)",
  minimum,
  maximum: 100_000,
  description,
});

/** B7: the two levers together. */
export const RESIDENT_PROJECT_MODELS: readonly ModelDefinition[] = [
  {
    name: "resident-projects",
    title: "Resident projects a year, and what each limit would allow",
    formula: "min(D/c̄, F_res/h, S·R·v); F_res = max(0, F − F_central − f₀ − f₁n − f₂S)",
    source: "definition; coefficients illustrative",
    inputs: [
      amountInput("base", "money that the share is taken of"),
      ratioInput("share", "decentralised share"),
      countInput("n", "seats of the council"),
      countInput("subcommittees", "subcommittees"),
      staffInput("staff", "posts in all"),
      staffInput("centralStaff", "posts bound by central tasks"),
      staffInput("f0", "posts of committees in any case"),
      staffInput("f1", "posts of committees per member"),
      staffInput("f2", "posts of committees per subcommittee"),
      staffInput("h", "posts per project", 1e-9),
      amountInput("projectCost", "average cost of a project, in the unit of the base", 1e-9),
      countInput("rounds", "rounds of each subcommittee a year"),
      rateInput("perRound", "projects that a subcommittee settles in a round"),
    ],
    evaluate: (i) => {
      const result = computeResidentProjects({
        baseAmount: numberOf(i, "base"),
        shareRatio: numberOf(i, "share"),
        members: numberOf(i, "n"),
        subcommittees: numberOf(i, "subcommittees"),
        staffFte: numberOf(i, "staff"),
        centralStaffFte: numberOf(i, "centralStaff"),
        committeeBaseFte: numberOf(i, "f0"),
        committeeFtePerMember: numberOf(i, "f1"),
        committeeFtePerSubcommittee: numberOf(i, "f2"),
        ftePerProject: numberOf(i, "h"),
        costPerProject: numberOf(i, "projectCost"),
        roundsPerYear: numberOf(i, "rounds"),
        projectsPerRound: numberOf(i, "perRound"),
      });
      return {
        projects: result.projects,
        money: result.projectsByLimit.money,
        staff: result.projectsByLimit.staff,
        deliberation: result.projectsByLimit.deliberation,
        decidedShare: result.decidedShareRatio,
        executedShare: result.executedShareRatio,
        unspent: result.unspentAmount,
      };
    },
  },
];

function rateInput(key: string, description: string): ModelInput {
  return { key, kind: "number", unit: "projects", minimum: 0, maximum: 1_000, description };
}
