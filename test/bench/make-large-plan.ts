import initSqlJs from "sql.js";
import type { RowEdit } from "../../core/plan/command";
import { PLAN_ROW_ID } from "../../core/plan/entities";
import {
  budgetLineId,
  capacityId,
  ceilingId,
  dependencyId,
  naturalRowId,
  needId,
} from "../../core/plan/row-id";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";

const SQL = await initSqlJs();

export const openDatabase: OpenDatabase = (bytes) => new SQL.Database(bytes) as unknown as SqlDatabase;

export interface LargePlanSize {
  readonly tasks: number;
  readonly years: number;
  readonly sources: number;
  /** Changes of single amounts after the plan was made, so that there is a history to open. */
  readonly edits: number;
  readonly seed: number;
}

/** The plan that the figures of the issue speak of: every task draws on every source in every one of its years. */
export const LARGE_PLAN: LargePlanSize = { tasks: 200, years: 10, sources: 5, edits: 500, seed: 1 };

const FIRST_YEAR = 2027;
const AREAS = 10;
const UNITS = 17;
const GROUPS = 5;
const MILLION_WON = 1_000_000;

/** Numbers in [0, 1) that are the same on every machine (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const uuid = (prefix: string, n: number) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const taskId = (n: number) => uuid("00000001", n);
const sourceCode = (n: number) => `S${n}`;

/** A seeded plan in which about a sixth of the money is missing, so that the waterfall has something to decide. */
export function makeLargePlan(size: LargePlanSize): PlanDocument {
  const random = makeRandom(size.seed);
  const document = PlanDocument.create(openDatabase(), {
    planId: uuid("00000009", size.seed),
    createdAtMs: 0,
    appVersion: "bench",
  });
  document.beginSession({
    actorId: uuid("00000002", 1),
    personId: uuid("00000003", 1),
    displayName: "Bench",
    startedAtMs: 0,
  });
  const rows = [...frameRows(size), ...taskRows(size, random)];
  run(document, 1, () =>
    document.execute(
      { type: "start-plan", template: "bench", rows },
      { changeId: uuid("00000004", 1), nowMs: 1 },
    ),
  );
  const lines = rows.filter((row) => row.entity === "budgetLine");
  for (let edit = 0; edit < size.edits; edit += 1) {
    const line = lines[Math.floor(random() * lines.length)];
    if (line === undefined) break;
    run(document, edit + 2, (context) =>
      document.execute(
        { type: "set-cells", edits: [{ ...line, cells: { likelyWon: amountOf(line) + edit + 1 } }] },
        context,
      ),
    );
  }
  return document;
}

function run(
  document: PlanDocument,
  n: number,
  execute: (context: { changeId: string; nowMs: number }) => ReturnType<PlanDocument["execute"]>,
): void {
  const done = execute({ changeId: uuid("00000004", n), nowMs: n });
  if (!done.ok) throw new Error(`change ${n} of ${document.revision}: ${JSON.stringify(done.error)}`);
}

const amountOf = (line: RowEdit) => Number(line.cells.likelyWon);

function frameRows({ years, sources, tasks }: LargePlanSize): RowEdit[] {
  const yearsOf = Array.from({ length: years }, (_, offset) => FIRST_YEAR + offset);
  const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
  const ceilingWon = Math.round(tasks * 50 * MILLION_WON * 0.85);
  return [
    {
      entity: "plan",
      rowId: PLAN_ROW_ID,
      cells: {
        title: "Large plan",
        firstYear: FIRST_YEAR,
        lastYear: FIRST_YEAR + years - 1,
        secretariatId: "STAFF",
      },
    },
    ...many(
      AREAS,
      (n): RowEdit => ({
        entity: "area",
        rowId: uuid("00000005", n),
        cells: { code: `A${n}`, title: `Area ${n}` },
      }),
    ),
    ...many(
      sources,
      (n): RowEdit => ({
        entity: "source",
        rowId: sourceCode(n),
        cells: { code: sourceCode(n), title: `Source ${n}`, isEligibleForShare: n === 0 },
      }),
    ),
    { entity: "channel", rowId: "REGULAR", cells: { code: "REGULAR", title: "Regular" } },
    { entity: "resource", rowId: "STAFF", cells: { code: "STAFF", title: "Staff" } },
    ...yearsOf.flatMap((year): RowEdit[] => [
      { entity: "resourceCapacity", rowId: capacityId("STAFF", year), cells: { capacity: tasks * 0.1 } },
      { entity: "decentralisedShare", rowId: naturalRowId(year), cells: { shareRatio: 0.03 } },
      ...many(
        sources,
        (n): RowEdit => ({ entity: "ceiling", rowId: ceilingId(sourceCode(n), year), cells: { ceilingWon } }),
      ),
    ]),
    {
      entity: "committee",
      rowId: uuid("00000006", 1),
      cells: { code: "COUNCIL", title: "Council", seats: 30, officials: 5, subcommittees: 5, sourceId: "S0" },
    },
    ...many(
      GROUPS,
      (n): RowEdit => ({
        entity: "residentGroup",
        rowId: uuid("00000007", n),
        cells: { code: `G${n}`, title: `Group ${n}`, populationRatio: 0.02 + 0.03 * n },
      }),
    ),
    ...many(
      UNITS,
      (n): RowEdit => ({
        entity: "unit",
        rowId: uuid("00000008", n),
        cells: {
          code: `U${n}`,
          title: `Unit ${n}`,
          population: 12_000 + 1500 * n,
          needIndex: 0.7 + 0.04 * n,
        },
      }),
    ),
  ];
}

function taskRows({ tasks, years, sources }: LargePlanSize, random: () => number): RowEdit[] {
  return Array.from({ length: tasks }, (_, n) => {
    const startOffset = Math.floor(random() * Math.min(4, years));
    const rows: RowEdit[] = [
      {
        entity: "task",
        rowId: taskId(n),
        cells: {
          areaId: uuid("00000005", n % AREAS),
          code: `T${String(n).padStart(4, "0")}`,
          title: `Task ${n}: deliberation, cooperation and autonomy`,
          priorityScore: Math.round(random() * 1000) / 10,
          startYear: FIRST_YEAR + startOffset,
          endYear: FIRST_YEAR + years - 1,
          isRunning: random() < 0.2,
          allowsPartialFunding: random() < 0.3,
          maxDelayYears: Math.floor(random() * 3),
          position: `a${String(n).padStart(4, "0")}`,
        },
      },
    ];
    for (let offset = startOffset; offset < years; offset += 1) {
      const year = FIRST_YEAR + offset;
      rows.push({ entity: "resourceNeed", rowId: needId(taskId(n), "STAFF", year), cells: { amount: 0.1 } });
      for (let source = 0; source < sources; source += 1) {
        const likelyWon = Math.round(100 * random()) * MILLION_WON + 1000;
        rows.push({
          entity: "budgetLine",
          rowId: budgetLineId(taskId(n), year, sourceCode(source), "REGULAR"),
          cells: {
            lowWon: Math.round(likelyWon * 0.8),
            likelyWon,
            highWon: likelyWon * 2,
            isIllustrative: true,
          },
        });
      }
    }
    if (n > 0 && random() < 0.2)
      rows.push({
        entity: "taskDependency",
        rowId: dependencyId(taskId(n), taskId(Math.floor(random() * n))),
        cells: {},
      });
    return rows;
  }).flat();
}
