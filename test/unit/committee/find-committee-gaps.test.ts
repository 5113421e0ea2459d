import { describe, expect, test } from "vitest";
import { type CommitteeRows, findCommitteeGaps } from "../../../core/committee/find-committee-gaps";
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
  legalBasis: [ordinance],
  source: [initialRow("source", "district")],
  ...changes,
});

describe("findCommitteeGaps", () => {
  test("a committee with seats, a source and an ordinance for each size lacks nothing", () => {
    expect(findCommitteeGaps(rows({ committeeSize: [growth(2029, "ordinance")] }))).toEqual([]);
  });

  test("names a size without an ordinance, also one whose ordinance was deleted", () => {
    const gap = { type: "size-without-ordinance", committeeId: "council", year: 2029, seats: 50 };
    expect(findCommitteeGaps(rows({ committeeSize: [growth(2029, "")] }))).toEqual([gap]);
    expect(findCommitteeGaps(rows({ committeeSize: [growth(2029, "gone")] }))).toEqual([gap]);
  });

  test("names more officials than seats in a later size; other committees' sizes do not count", () => {
    const other = { ...growth(2028, ""), id: "other/2028", committeeId: "other" };
    expect(findCommitteeGaps(rows({ committeeSize: [growth(2029, "ordinance", 60), other] }))).toEqual([
      { type: "officials-above-seats", committeeId: "council", year: 2029, seats: 50, officials: 60 },
    ]);
  });

  test("names a committee that nobody pays for and one without seats", () => {
    const empty = { ...council, seats: 0, officials: 0, sourceId: "" };
    const types = findCommitteeGaps(rows({ committee: [empty] })).map(({ type }) => type);
    expect(types).toEqual(["no-seats", "no-source"]);
  });
});
