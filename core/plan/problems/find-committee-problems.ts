import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/** Sizes before the ordinance that allows them is in force, and more reserved seats than citizens have. */
export const findCommitteeProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...findEarlySizes(tables),
  ...findOverReserved(tables),
];

function findEarlySizes(tables: PlanTables): PlanProblem[] {
  return tables.all("committeeSize").flatMap(({ id, committeeId, year, legalBasisId }): PlanProblem[] => {
    const basis = tables.find("legalBasis", legalBasisId);
    if (basis === undefined || year >= basis.inForceFromYear) return [];
    return [
      {
        type: "size-before-ordinance",
        committeeId,
        year,
        legalBasisId,
        inForceFromYear: basis.inForceFromYear,
        at: { entity: "committeeSize", rowId: id, field: "legalBasisId" },
      },
    ];
  });
}

function findOverReserved(tables: PlanTables): PlanProblem[] {
  return tables.ordered("committee").flatMap(({ id, seats, officials }): PlanProblem[] => {
    const reservedSeats = tables
      .all("reservedSeats")
      .filter((row) => row.committeeId === id)
      .reduce((sum, row) => sum + row.seats, 0);
    const citizenSeats = Math.max(0, seats - officials);
    if (reservedSeats <= citizenSeats) return [];
    return [
      {
        type: "reserved-above-seats",
        reservedSeats,
        citizenSeats,
        at: { entity: "committee", rowId: id, field: "seats" },
      },
    ];
  });
}
