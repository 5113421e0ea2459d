import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeResidentProjects, type ResidentProjectsInputs } from "../../../core/budget/resident-projects";

/** The illustrative district of the models: base 60 (억원), eight posts. */
const DISTRICT: ResidentProjectsInputs = {
  baseAmount: 60,
  shareRatio: 0.1,
  members: 30,
  subcommittees: 5,
  staffFte: 8,
  centralStaffFte: 3.5,
  committeeBaseFte: 0.5,
  committeeFtePerMember: 0.03,
  committeeFtePerSubcommittee: 0.15,
  ftePerProject: 0.1,
  costPerProject: 0.25,
  roundsPerYear: 10,
  projectsPerRound: 0.8,
};

describe("the two levers together", () => {
  test.each([
    ["5 %, 30 seats", { shareRatio: 0.05 }, 12, "money"],
    ["5 %, 50 seats", { shareRatio: 0.05, members: 50 }, 12, "money"],
    ["10 %, 30 seats", {}, 23.5, "staff"],
    ["10 %, 50 seats", { members: 50 }, 17.5, "staff"],
    ["20 %, 30 seats", { shareRatio: 0.2 }, 23.5, "staff"],
    ["20 %, 50 seats", { shareRatio: 0.2, members: 50 }, 17.5, "staff"],
    ["slow deliberation, 30 seats", { projectsPerRound: 0.3 }, 15, "deliberation"],
    [
      "slow, 50 seats, 8 subcommittees",
      { projectsPerRound: 0.3, members: 50, subcommittees: 8 },
      13,
      "staff",
    ],
    [
      "the same with one more staff member",
      { projectsPerRound: 0.3, members: 50, subcommittees: 8, staffFte: 9 },
      23,
      "staff",
    ],
  ] as const)("%s", (_, change, projects, bindingLimit) => {
    const result = computeResidentProjects({ ...DISTRICT, ...change });
    expect(result.projects).toBeCloseTo(projects, 9);
    expect(result.bindingLimit).toBe(bindingLimit);
  });

  test("leave money unspent when staff is short, and tell decided from executed", () => {
    const result = computeResidentProjects({ ...DISTRICT, shareRatio: 0.2 });
    expect(result.unspentAmount).toBeCloseTo(6.125, 9);
    expect(result.decidedShareRatio).toBeCloseTo(0.2, 12);
    expect(result.executedShareRatio).toBeCloseTo(5.875 / 60, 12);
    expect(computeResidentProjects({ ...DISTRICT, shareRatio: 0.2, members: 50 }).unspentAmount).toBeCloseTo(
      7.625,
      9,
    );
  });

  test("count whole projects when asked to", () => {
    const result = computeResidentProjects({ ...DISTRICT, wholeProjects: true });
    expect(result.projects).toBe(23);
    expect(result.executedAmount).toBeCloseTo(5.75, 12);
  });

  test("warn of subcommittees with fewer than five members", () => {
    expect(computeResidentProjects(DISTRICT).subcommitteesTooSmall).toBe(false);
    expect(computeResidentProjects({ ...DISTRICT, subcommittees: 7 }).subcommitteesTooSmall).toBe(true);
  });

  test("stop every project when committees and central tasks take all staff", () => {
    const result = computeResidentProjects({ ...DISTRICT, staffFte: 4 });
    expect(result).toMatchObject({ projects: 0, bindingLimit: "staff", residentFte: 0, executedAmount: 0 });
  });

  test("name money first when several limits are equally low", () => {
    const result = computeResidentProjects({ ...DISTRICT, shareRatio: 0, subcommittees: 0, staffFte: 0 });
    expect(result.bindingLimit).toBe("money");
    expect(result.projects).toBe(0);
  });

  test("are not limited by staff that projects do not need", () => {
    const result = computeResidentProjects({ ...DISTRICT, ftePerProject: 0, staffFte: 0 });
    expect(result.bindingLimit).toBe("money");
    expect(result.projects).toBeCloseTo(24, 9);
  });

  test("never execute more than is decided: executed + unspent = decided", () => {
    const inputs = fc.record({
      baseAmount: fc.double({ min: 0, max: 1e13, noNaN: true }),
      shareRatio: fc.double({ min: 0, max: 1, noNaN: true }),
      members: fc.integer({ min: 0, max: 300 }),
      subcommittees: fc.integer({ min: 0, max: 20 }),
      staffFte: fc.double({ min: 0, max: 100, noNaN: true }),
      costPerProject: fc.double({ min: 0.001, max: 1e10, noNaN: true }),
      wholeProjects: fc.boolean(),
    });
    fc.assert(
      fc.property(inputs, (change) => {
        const result = computeResidentProjects({ ...DISTRICT, ...change });
        expect(result.executedAmount).toBeLessThanOrEqual(result.decidedAmount);
        expect(result.executedAmount + result.unspentAmount).toBeCloseTo(result.decidedAmount, 2);
        for (const value of Object.values(result)) expect(value).not.toBeNaN();
      }),
    );
  });

  test("throw on a project that costs nothing or a share above 1", () => {
    expect(() => computeResidentProjects({ ...DISTRICT, costPerProject: 0 })).toThrow("costPerProject");
    expect(() => computeResidentProjects({ ...DISTRICT, shareRatio: 1.2 })).toThrow("shareRatio");
  });
});
