import type { Row } from "../plan/entities";

/** What cannot stand as a plan has it; each names the row that it is about. */
export type CommitteeProblem =
  /** A size that is to hold before the ordinance that allows it is in force. */
  | {
      readonly type: "size-before-ordinance";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
      readonly legalBasisId: string;
      readonly inForceFromYear: number;
    }
  /** A change of size that no ordinance is named for. */
  | {
      readonly type: "size-without-ordinance";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
    }
  | {
      readonly type: "officials-above-seats";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
      readonly officials: number;
    }
  | {
      readonly type: "reserved-above-citizens";
      readonly committeeId: string;
      readonly reservedSeats: number;
      readonly citizens: number;
    }
  | { readonly type: "no-seats"; readonly committeeId: string }
  /** Nobody pays: its cost is in no ceiling. */
  | { readonly type: "no-source"; readonly committeeId: string };

export interface CommitteeRows {
  readonly committee: readonly Row<"committee">[];
  readonly committeeSize: readonly Row<"committeeSize">[];
  readonly reservedSeats: readonly Row<"reservedSeats">[];
  readonly residentGroup: readonly Row<"residentGroup">[];
  readonly legalBasis: readonly Row<"legalBasis">[];
  readonly source: readonly Row<"source">[];
}

/** Everything about the committees of a plan that cannot stand, committee by committee in their order. */
export const findCommitteeProblems = (rows: CommitteeRows): readonly CommitteeProblem[] =>
  rows.committee.flatMap((committee) => [
    ...findCompositionProblems(committee, rows),
    ...findSizeProblems(committee, rows),
  ]);

function findCompositionProblems(committee: Row<"committee">, rows: CommitteeRows): CommitteeProblem[] {
  const committeeId = committee.id;
  const problems: CommitteeProblem[] = [];
  if (committee.seats === 0) problems.push({ type: "no-seats", committeeId });
  if (!rows.source.some((source) => source.id === committee.sourceId))
    problems.push({ type: "no-source", committeeId });
  const groups = new Set(rows.residentGroup.map((group) => group.id));
  const reservedSeats = rows.reservedSeats
    .filter((row) => row.committeeId === committeeId && groups.has(row.groupId))
    .reduce((sum, row) => sum + row.seats, 0);
  const citizens = Math.max(0, committee.seats - committee.officials);
  if (reservedSeats > citizens)
    problems.push({ type: "reserved-above-citizens", committeeId, reservedSeats, citizens });
  return problems;
}

function findSizeProblems(committee: Row<"committee">, rows: CommitteeRows): CommitteeProblem[] {
  const committeeId = committee.id;
  return rows.committeeSize
    .filter((size) => size.committeeId === committeeId)
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year, seats, officials, legalBasisId }): CommitteeProblem[] => {
      const basis = rows.legalBasis.find((row) => row.id === legalBasisId);
      const problems: CommitteeProblem[] = [];
      if (basis === undefined) problems.push({ type: "size-without-ordinance", committeeId, year, seats });
      else if (year < basis.inForceFromYear) {
        const { inForceFromYear } = basis;
        problems.push({
          type: "size-before-ordinance",
          committeeId,
          year,
          seats,
          legalBasisId,
          inForceFromYear,
        });
      }
      if (officials > seats)
        problems.push({ type: "officials-above-seats", committeeId, year, seats, officials });
      return problems;
    });
}
