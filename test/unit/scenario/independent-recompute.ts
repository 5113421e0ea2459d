/**
 * The templates' outcomes worked out a second time, from the rows of a saved
 * plan and docs/models.md alone. Nothing of core is used: where both agree, two
 * readings of the models agree. It knows only what the templates need.
 */
import type { Database } from "sql.js";
import { councilFigures } from "./independent-council";
import { spendOnProjects } from "./independent-residents";
import { type Line, placeTasks } from "./independent-waterfall";

/** What a scenario sets otherwise than the plan. */
export interface Assumptions {
  readonly seats?: number;
  readonly newSeats?: "citizens" | "proportional";
  readonly effectiveYear?: number;
  readonly share?: number;
  /** Grade of the evaluation by year. */
  readonly grades?: Readonly<Record<number, string>>;
  /** One draw of what is uncertain: asked once for every ceiling and every line. */
  readonly draw?: {
    ceilingFactor(): number;
    lineWon(lowWon: number, likelyWon: number, highWon: number): number;
  };
}

type SqlRow = Readonly<Record<string, string | number | null>>;

function rowsOf(database: Database, table: string): SqlRow[] {
  const [result] = database.exec(`SELECT * FROM "${table}" WHERE _deleted = 0`);
  return (result?.values ?? []).map(
    (values) =>
      Object.fromEntries(values.map((value, index) => [result?.columns[index] ?? "", value])) as SqlRow,
  );
}

const text = (row: SqlRow | undefined, column: string) => String(row?.[column] ?? "");
const num = (row: SqlRow | undefined, column: string) => Number(row?.[column] ?? 0);
const byPosition = (a: SqlRow, b: SqlRow) => (text(a, "position") < text(b, "position") ? -1 : 1);

export function recompute(database: Database, assumed: Assumptions) {
  const [plan] = rowsOf(database, "plan");
  const years: number[] = [];
  for (let year = num(plan, "first_year"); year <= num(plan, "last_year"); year += 1) years.push(year);
  const sources = rowsOf(database, "source");
  const codeOfSource = new Map(sources.map((source) => [text(source, "id"), text(source, "code")]));

  // Council: the planned size until the ordinance, the new one from then on.
  const [council] = rowsOf(database, "committee");
  const planned = { seats: num(council, "seats"), officials: num(council, "officials") };
  const seats = assumed.seats ?? planned.seats;
  const officials =
    assumed.newSeats === "proportional"
      ? Math.round((planned.officials / planned.seats) * seats)
      : planned.officials;
  const sizes = years.map((year) => (year < (assumed.effectiveYear ?? 0) ? planned : { seats, officials }));
  const perPerson = (size: typeof planned) =>
    (size.seats - size.officials) * num(council, "citizen_attendance_ratio") * num(council, "allowance_won") +
    size.officials *
      num(council, "official_attendance_ratio") *
      num(council, "official_hours") *
      num(council, "official_hourly_wage_won");
  const councilWon = sizes.map((size) =>
    Math.round(
      num(council, "plenaries_per_year") * (perPerson(size) + num(council, "fixed_cost_won")) +
        num(council, "subcommittee_rounds_per_year") *
          (perPerson(size) + num(council, "subcommittees") * num(council, "fixed_cost_subcommittee_won")),
    ),
  );
  const councilPosts = sizes.map(
    (size) =>
      num(plan, "committee_base_staff_fte") +
      num(plan, "committee_staff_per_member_fte") * size.seats +
      num(plan, "committee_staff_per_subcommittee_fte") * num(council, "subcommittees"),
  );

  // Ceilings, some of them set by the grade of the year before; pools; what is left for tasks.
  const grades = new Map(
    rowsOf(database, "evaluation").map((row) => [num(row, "year"), text(row, "grade_code")]),
  );
  const worth = new Map(rowsOf(database, "grade").map((row) => [text(row, "code"), num(row, "ceiling_won")]));
  const ceilingRows = rowsOf(database, "ceiling");
  const shareRows = rowsOf(database, "decentralised_share");
  const ceilingWon: Record<string, number[]> = {};
  const poolWon = years.map(() => 0);
  const leftWon: Record<string, number[]> = {};
  for (const source of sources) {
    const code = text(source, "code");
    ceilingWon[code] = years.map((year) => {
      const grade = assumed.grades?.[year - 1] ?? grades.get(year - 1) ?? "";
      const graded = num(source, "is_ceiling_set_by_grade") === 1 ? worth.get(grade) : undefined;
      const row = ceilingRows.find((one) => one.source_id === source.id && num(one, "year") === year);
      const won = graded ?? num(row, "ceiling_won");
      return assumed.draw === undefined ? won : Math.round(won * assumed.draw.ceilingFactor());
    });
    leftWon[code] = years.map((year, index) => {
      const ceiling = ceilingWon[code]?.[index] ?? 0;
      const share =
        assumed.share ??
        num(
          shareRows.find((one) => num(one, "year") === year),
          "share_ratio",
        );
      const pool = num(source, "is_eligible_for_share") === 1 ? Math.round(share * ceiling) : 0;
      poolWon[index] = (poolWon[index] ?? 0) + pool;
      return ceiling - pool - (council?.source_id === source.id ? (councilWon[index] ?? 0) : 0);
    });
  }

  // Posts: the secretariat's capacity less what the council takes.
  const capacityRows = rowsOf(database, "resource_capacity");
  const capacity = years.map((year) =>
    num(
      capacityRows.find((one) => num(one, "year") === year),
      "capacity",
    ),
  );
  const leftPosts = capacity.map((posts, index) => posts - (councilPosts[index] ?? 0));

  const needRows = rowsOf(database, "resource_need");
  const lineRows = rowsOf(database, "budget_line");
  const dependencies = rowsOf(database, "task_dependency");
  const taskRows = rowsOf(database, "task").sort(byPosition);
  const codeOfTask = new Map(taskRows.map((row) => [text(row, "id"), text(row, "code")]));
  const tasks = placeTasks(
    taskRows.map((row) => ({
      code: text(row, "code"),
      rank: [num(row, "is_legally_required"), num(row, "is_running"), num(row, "priority_score")],
      startIndex: num(row, "start_year") - (years[0] ?? 0),
      longestDelay: num(row, "max_delay_years"),
      allowsPart: num(row, "allows_partial_funding") === 1,
      predecessors: dependencies
        .filter((one) => one.task_id === row.id)
        .map((one) => codeOfTask.get(text(one, "predecessor_id")) ?? ""),
      lines: lineRows
        .filter((one) => one.task_id === row.id && num(one, "likely_won") > 0)
        .map(
          (one): Line => ({
            source: codeOfSource.get(text(one, "source_id")) ?? "",
            yearIndex: years.indexOf(num(one, "year")),
            won:
              assumed.draw?.lineWon(num(one, "low_won"), num(one, "likely_won"), num(one, "high_won")) ??
              num(one, "likely_won"),
          }),
        ),
      posts: years.map((year) =>
        num(
          needRows.find((one) => one.task_id === row.id && num(one, "year") === year),
          "amount",
        ),
      ),
    })),
    { leftWon, leftPosts, yearlyRise: 1 + num(plan, "inflation_ratio"), years },
  );

  const units = rowsOf(database, "unit").sort(byPosition);
  const residents = spendOnProjects({
    poolWon,
    leftPosts,
    units: units.map((row) => ({
      code: text(row, "code"),
      people: num(row, "population"),
      need: num(row, "need_index"),
    })),
    weights: {
      equal: num(plan, "weight_equal_ratio"),
      people: num(plan, "weight_people_ratio"),
      need: num(plan, "weight_need_ratio"),
    },
    carries: text(plan, "unspent_rule") === "carry",
    spentAtOnce: units.length === 0 ? 1 : num(plan, "absorption_start_ratio"),
    projectWon: num(plan, "resident_project_won"),
    projectPosts: num(plan, "resident_project_staff_fte"),
    projectsByDeliberation:
      num(council, "subcommittees") *
      num(plan, "deliberation_rounds_per_year") *
      num(plan, "projects_per_round"),
  });
  return {
    years,
    seatsByYear: sizes.map((size) => size.seats),
    councilWon,
    ceilingWon,
    poolWon,
    tasks,
    leftWon,
    residents,
    council: councilFigures({
      citizens: seats - officials,
      officials,
      citizenAttendance: num(council, "citizen_attendance_ratio"),
      officialAttendance: num(council, "official_attendance_ratio"),
    }),
  };
}
