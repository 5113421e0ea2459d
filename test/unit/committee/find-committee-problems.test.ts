import { describe, expect, test } from "vitest";
import { type CommitteeRows, findCommitteeProblems } from "../../../core/committee/find-committee-problems";
import { initialRow } from "../../../core/plan/plan-tables";

const council = { ...initialRow("committee", "council"), seats: 30, officials: 5, sourceId: "district" };
const ordinance = { ...initialRow("legalBasis", "ordinance"), title: "Ordinance", inForceFromYear: 2029 };
const growth = (year: number, legalBasisId: string, officials = 5) => ({
  ...initialRow("committeeSize", `council/${year}`),
  seats: 50,
  officials,
  legalBasisId,
});
const rows = (changes: Partial<CommitteeRows>): CommitteeRows => ({
  committee: [council],
  committeeSize: [],
  reservedSeats: [],
  residentGroup: [initialRow("residentGroup", "youth")],
  legalBasis: [ordinance],
  source: [initialRow("source", "district")],
  ...changes,
});

describe("findCommitteeProblems", () => {
  test("a committee with seats, a source and sizes from their ordinance on has none", () => {
    expect(findCommitteeProblems(rows({ committeeSize: [growth(2029, "ordinance")] }))).toEqual([]);
  });

  test("names a size that takes effect before its ordinance", () => {
    expect(findCommitteeProblems(rows({ committeeSize: [growth(2028, "ordinance")] }))).toEqual([
      {
        type: "size-before-ordinance",
        committeeId: "council",
        year: 2028,
        seats: 50,
        legalBasisId: "ordinance",
        inForceFromYear: 2029,
      },
    ]);
  });

  test("names a size without an ordinance, also one whose ordinance was deleted", () => {
    const types = (legalBasisId: string) =>
      findCommitteeProblems(rows({ committeeSize: [growth(2029, legalBasisId)] })).map(({ type }) => type);
    expect(types("")).toEqual(["size-without-ordinance"]);
    expect(types("gone")).toEqual(["size-without-ordinance"]);
  });

  test("names more officials than seats, in a later size as well", () => {
    const problems = findCommitteeProblems(rows({ committeeSize: [growth(2029, "ordinance", 60)] }));
    expect(problems).toEqual([
      { type: "officials-above-seats", committeeId: "council", year: 2029, seats: 50, officials: 60 },
    ]);
  });

  test("names more reserved seats than citizens; seats of deleted groups do not count", () => {
    const reserve = (groupId: string) => ({
      ...initialRow("reservedSeats", `council/${groupId}`),
      seats: 26,
    });
    expect(findCommitteeProblems(rows({ reservedSeats: [reserve("youth")] }))).toEqual([
      { type: "reserved-above-citizens", committeeId: "council", reservedSeats: 26, citizens: 25 },
    ]);
    expect(findCommitteeProblems(rows({ reservedSeats: [reserve("gone")] }))).toEqual([]);
  });

  test("names a committee that nobody pays for and one without seats", () => {
    const empty = { ...council, seats: 0, officials: 0, sourceId: "" };
    const types = findCommitteeProblems(rows({ committee: [empty] })).map(({ type }) => type);
    expect(types).toEqual(["no-seats", "no-source"]);
  });
});
