import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/**
 * What committees lack (seats, a source that pays, an ordinance for a change of
 * size), sizes before their ordinance is in force, and more reserved seats than
 * citizens have. More officials than seats is a broken rule of the row.
 */
export const findCommitteeProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...findLacks(tables),
  ...findSizesWithoutOrdinance(tables),
  ...findEarlySizes(tables),
  ...findOverReserved(tables),
];

const findLacks = (tables: PlanTables): PlanProblem[] =>
  tables.ordered("committee").flatMap(({ id, seats, sourceId }): PlanProblem[] => {
    const at = (field: string) => ({ entity: "committee", rowId: id, field }) as const;
    // A source that is named and gone is a reference to nothing already.
    return [
      ...(seats === 0
        ? [{ type: "committee-without-seats", committeeId: id, at: at("seats") } as const]
        : []),
      ...(sourceId === ""
        ? [{ type: "committee-without-source", committeeId: id, at: at("sourceId") } as const]
        : []),
    ];
  });

const findSizesWithoutOrdinance = (tables: PlanTables): PlanProblem[] =>
  tables
    .all("committeeSize")
    .filter(({ committeeId, legalBasisId }) => legalBasisId === "" && tables.find("committee", committeeId))
    .map(({ id, committeeId, year, seats }) => ({
      type: "size-without-ordinance",
      committeeId,
      year,
      seats,
      at: { entity: "committeeSize", rowId: id, field: "legalBasisId" },
    }));

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
