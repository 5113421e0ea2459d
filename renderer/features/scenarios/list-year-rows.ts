import type { Outcome } from "../../../core/scenario/outcome";

export type YearRowName =
  | "seats"
  | "ceiling"
  | "decided"
  | "byMoney"
  | "byStaff"
  | "byDeliberation"
  | "byAbsorption"
  | "projects"
  | "unspent";

/** One figure over the years, beside the base; null where a year has nothing to compute it from. */
export interface YearRow {
  readonly name: YearRowName;
  /** The committee or source that it is about; empty for the others. */
  readonly subjectId: string;
  readonly unit: "seats" | "projects" | "won";
  readonly values: readonly (number | null)[];
  readonly baseValues: readonly (number | null)[];
}

/**
 * What a scenario comes to in each year, where it is not the same all along: a
 * council's seats, ceilings that differ from the base, and the residents'
 * projects with everything that limits them.
 */
export function listYearRows(base: Outcome, scenario: Outcome): readonly YearRow[] {
  const ofResidents = (
    name: YearRowName,
    unit: YearRow["unit"],
    read: (year: Outcome["residents"][number]) => number | null,
  ): YearRow => ({
    name,
    subjectId: "",
    unit,
    values: scenario.residents.map(read),
    baseValues: base.residents.map(read),
  });
  return [
    ...listSeats(base, scenario),
    ...listChangedCeilings(base, scenario),
    ofResidents("decided", "won", (year) => year.decidedWon),
    ofResidents("byMoney", "projects", (year) => year.projectsByMoney),
    ofResidents("byStaff", "projects", (year) => year.projectsByStaff),
    ofResidents("byDeliberation", "projects", (year) => year.projectsByDeliberation),
    ofResidents("byAbsorption", "projects", (year) => year.projectsByAbsorption),
    ofResidents("projects", "projects", (year) => year.projects),
    ofResidents("unspent", "won", (year) => year.unspentWon),
  ];
}

/** The council that the indicators speak of. */
function listSeats(base: Outcome, scenario: Outcome): YearRow[] {
  const [council] = scenario.committees;
  if (council === undefined) return [];
  const planned = base.committees.find(({ committeeId }) => committeeId === council.committeeId) ?? council;
  return [
    {
      name: "seats",
      subjectId: council.committeeId,
      unit: "seats",
      values: council.seatsByYear,
      baseValues: planned.seatsByYear,
    },
  ];
}

function listChangedCeilings(base: Outcome, scenario: Outcome): YearRow[] {
  const sources = scenario.byYear[0]?.sources ?? [];
  return sources.flatMap(({ sourceId }): YearRow[] => {
    const [values, baseValues] = [scenario, base].map(({ byYear }) =>
      byYear.map((year) => {
        const source = year.sources.find((candidate) => candidate.sourceId === sourceId);
        return source?.hasCeiling === true ? source.ceilingWon : null;
      }),
    );
    if (values === undefined || baseValues === undefined) return [];
    const isSame = values.every((value, index) => value === baseValues[index]);
    return isSame ? [] : [{ name: "ceiling", subjectId: sourceId, unit: "won", values, baseValues }];
  });
}

/** The row that holds what limits residents' projects in a year; null where money is no limit either. */
export function limitingRow(limit: Outcome["residents"][number]["limit"]): YearRowName | null {
  switch (limit) {
    case "money":
      return "byMoney";
    case "staff":
      return "byStaff";
    case "deliberation":
      return "byDeliberation";
    case "absorption":
      return "byAbsorption";
    case "none":
      return null;
  }
}
