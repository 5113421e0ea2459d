import type { Field } from "./field";
import { choice, count, flag, money, number, ratio, reference, text, year } from "./field";
import { uncertainFields } from "./uncertain-fields";

interface EntityDefinition<F extends Record<string, Field<unknown>>> {
  /**
   * Fields that together name a row. Rows of such an entity are found by what
   * they are about, so two people who fill in the same cell meet in one row;
   * rows of every other entity have a UUID.
   */
  readonly naturalKey?: readonly (keyof F & string)[];
  /** The field that names the row which a row with a UUID is a part of: fixed from the start, and deleted with it. */
  readonly owner?: keyof F & string;
  readonly fields: F;
}

const define = <F extends Record<string, Field<unknown>>>(definition: EntityDefinition<F>) => definition;

/** The plan itself is one row with this id. */
export const PLAN_ROW_ID = "plan";

/**
 * Every kind of row a plan has. This table is the single place that says what
 * a plan is: row types, validation, the SQLite projection and the change log
 * are derived from it.
 */
export const entities = {
  plan: define({
    fields: {
      title: text(),
      currency: text("KRW"),
      firstYear: year(2027),
      lastYear: year(2030),
      concept: text(),
      nature: text(),
      scope: text(),
      composition: text(),
      conditions: text(),
      inflationRatio: ratio(0.02, 1, -0.5),
      shareBase: choice(["plan", "discretionary", "total"], "plan"),
      shareMode: choice(["proposal", "deliberated"], "proposal"),
      isShareAdditional: flag(false),
      weightEqualRatio: ratio(0.2),
      weightPeopleRatio: ratio(0.5),
      weightNeedRatio: ratio(0.3),
      weightRevenueRatio: ratio(0),
      unspentRule: choice(["carry", "lapse"], "carry"),
      absorptionStartRatio: ratio(0.6),
      absorptionGrowthRatio: ratio(0.25, 10),
      overheadRatio: ratio(0.05),
      residentProjectWon: money(25_000_000),
      residentProjectStaffFte: number(0.1, 0, 100),
      projectsPerRound: number(0.8, 0, 100),
      deliberationRoundsPerYear: count(10, 366),
      committeeBaseStaffFte: number(0.5, 0, 1000),
      committeeStaffPerMemberFte: number(0.03, 0, 10),
      committeeStaffPerSubcommitteeFte: number(0.15, 0, 100),
      secretariatId: reference("resource"),
      gradingRule: choice(["threshold", "rank"], "threshold"),
      ...uncertainFields,
    },
  }),
  goal: define({
    fields: {
      kind: choice(["vision", "direction", "scheme"], "direction"),
      parentId: reference("goal"),
      title: text(),
      position: text(),
    },
  }),
  area: define({ fields: { code: text(), title: text(), position: text() } }),
  task: define({
    fields: {
      areaId: reference("area"),
      code: text(),
      title: text(),
      description: text(),
      priorityScore: number(50, 0, 100),
      startYear: year(2027),
      endYear: year(2030),
      civilLead: text(),
      administrativeLead: text(),
      isLegallyRequired: flag(false),
      isRunning: flag(false),
      allowsPartialFunding: flag(false),
      maxDelayYears: count(0, 20),
      position: text(),
    },
  }),
  /** A task serves a goal; it may serve several. */
  taskGoal: define({
    naturalKey: ["taskId", "goalId"],
    fields: { taskId: reference("task"), goalId: reference("goal") },
  }),
  legalBasis: define({
    fields: {
      title: text(),
      kind: choice(["act", "ordinance", "guideline"], "ordinance"),
      inForceFromYear: year(2027),
      note: text(),
      position: text(),
    },
  }),
  /** Capacity that tasks, committees and residents' projects share. */
  resource: define({
    fields: {
      code: text(),
      title: text(),
      kind: choice(["staff", "facilitators", "venueHours", "trainingPlaces", "supportOrganisation"], "staff"),
      position: text(),
    },
  }),
  resourceCapacity: define({
    naturalKey: ["resourceId", "year"],
    fields: { resourceId: reference("resource"), year: year(2027), capacity: number(0, 0, 1e9) },
  }),
  resourceNeed: define({
    naturalKey: ["taskId", "resourceId", "year"],
    fields: {
      taskId: reference("task"),
      resourceId: reference("resource"),
      year: year(2027),
      amount: number(0, 0, 1e9),
    },
  }),
  taskDependency: define({
    naturalKey: ["taskId", "predecessorId"],
    fields: { taskId: reference("task"), predecessorId: reference("task") },
  }),
  source: define({
    fields: {
      code: text(),
      title: text(),
      kind: choice(["national", "city", "district", "fund", "private"], "city"),
      isEligibleForShare: flag(false),
      /** The grade of a year's evaluation sets this source's ceiling in the year after. */
      isCeilingSetByGrade: flag(false),
      position: text(),
    },
  }),
  /** What a grade of the evaluation is worth: the ceiling of the stream in the following year. */
  grade: define({
    fields: {
      code: text(),
      title: text(),
      ceilingWon: money(),
      /** The lowest score (0–100) that earns the grade, where scores decide. */
      minimumScore: number(0, 0, 100),
      /** How many of those evaluated together get the grade, where ranks decide. */
      quota: count(0, 1000),
      position: text(),
    },
  }),
  evaluation: define({
    naturalKey: ["year"],
    fields: {
      year: year(2027),
      gradeCode: text(),
      /** Place among those evaluated together, 1 for the best; 0 while it is not known. */
      rank: count(0, 1000),
    },
  }),
  /** What an evaluation looks at, and how much it counts. */
  criterion: define({
    fields: { code: text(), title: text(), weightRatio: ratio(0), position: text() },
  }),
  /** What a criterion got in a year's evaluation, out of 100. */
  criterionScore: define({
    naturalKey: ["criterionId", "year"],
    fields: { criterionId: reference("criterion"), year: year(2027), score: number(0, 0, 100) },
  }),
  channel: define({
    fields: {
      code: text(),
      title: text(),
      kind: choice(["regular", "participatory", "districtPlan", "dongPlan", "deliberative"], "regular"),
      position: text(),
    },
  }),
  ceiling: define({
    naturalKey: ["sourceId", "year"],
    fields: { sourceId: reference("source"), year: year(2027), ceilingWon: money() },
  }),
  budgetLine: define({
    naturalKey: ["taskId", "year", "sourceId", "channelId"],
    fields: {
      taskId: reference("task"),
      year: year(2027),
      sourceId: reference("source"),
      channelId: reference("channel"),
      lowWon: money(),
      likelyWon: money(),
      highWon: money(),
      isIllustrative: flag(false),
    },
  }),
  /** What an amount is built up from (산출기초): unit price × quantity × times, in whole won. */
  costLine: define({
    owner: "budgetLineId",
    fields: {
      budgetLineId: reference("budgetLine"),
      title: text(),
      unitPriceWon: money(),
      quantity: number(1, 0, 1_000_000_000),
      unitName: text(),
      times: number(1, 0, 1_000_000),
      position: text(),
    },
  }),
  /** Budget of the whole city or district in a year: what a decentralised share may be measured against. */
  budgetTotal: define({
    naturalKey: ["year"],
    fields: { year: year(2027), totalWon: money(), discretionaryWon: money() },
  }),
  /** The decentralised share of a year. */
  decentralisedShare: define({
    naturalKey: ["year"],
    fields: { year: year(2027), shareRatio: ratio(0) },
  }),
  committee: define({
    fields: {
      code: text(),
      title: text(),
      kind: choice(["council", "subcommittee", "residentCouncil", "roundtable", "generalMeeting"], "council"),
      seats: count(30, 1000),
      officials: count(5, 1000),
      subcommittees: count(0, 100),
      plenariesPerYear: count(6, 366),
      subcommitteeRoundsPerYear: count(10, 366),
      termYears: count(2, 20),
      allowanceWon: money(100_000),
      officialHours: number(2, 0, 24),
      officialHourlyWageWon: money(35_000),
      fixedCostWon: money(500_000),
      fixedCostSubcommitteeWon: money(100_000),
      citizenAttendanceRatio: ratio(0.55),
      officialAttendanceRatio: ratio(0.9),
      sourceId: reference("source"),
      position: text(),
    },
  }),
  /** A size that a committee has from a year on, and the ordinance that allows it. */
  committeeSize: define({
    naturalKey: ["committeeId", "year"],
    fields: {
      committeeId: reference("committee"),
      year: year(2027),
      seats: count(30, 1000),
      officials: count(5, 1000),
      legalBasisId: reference("legalBasis"),
    },
  }),
  reservedSeats: define({
    naturalKey: ["committeeId", "groupId"],
    fields: {
      committeeId: reference("committee"),
      groupId: reference("residentGroup"),
      seats: count(0, 1000),
    },
  }),
  residentGroup: define({
    fields: { code: text(), title: text(), populationRatio: ratio(0.05), position: text() },
  }),
  /** A district or neighbourhood that gets a part of the decentralised pool. */
  unit: define({
    fields: {
      code: text(),
      title: text(),
      population: count(0, 100_000_000),
      needIndex: number(1, 0, 1000),
      ownRevenuePerHeadWon: money(),
      floorWon: money(),
      runningCostWon: money(),
      position: text(),
    },
  }),
  scenario: define({
    fields: { title: text(), notes: text(), parentId: reference("scenario"), position: text() },
  }),
  /** One lever that differs from the plan (or from the parent scenario); `value` is a JSON scalar. */
  scenarioLever: define({
    naturalKey: ["scenarioId", "path"],
    fields: { scenarioId: reference("scenario"), path: text(), value: text() },
  }),
  /** Where a figure comes from, for any cell: cited with a source, or marked illustrative. */
  evidence: define({
    naturalKey: ["entity", "field", "rowId"],
    fields: {
      entity: text(),
      field: text(),
      rowId: text(),
      kind: choice(["cited", "illustrative"], "cited"),
      note: text(),
      url: text(),
    },
  }),
  /** What people say about a cell or a row. */
  comment: define({
    fields: {
      entity: text(),
      rowId: text(),
      field: text(),
      text: text(),
      author: text(),
      writtenAt: text(),
      isSettled: flag(false),
    },
  }),
  /** A named version of the plan; `version` says which changes are in it (core/planfile/plan-version). */
  baseline: define({ fields: { title: text(), note: text(), version: text() } }),
} as const;

export type EntityName = keyof typeof entities;

export const entityNames = Object.keys(entities) as readonly EntityName[];

export type FieldName<E extends EntityName> = keyof (typeof entities)[E]["fields"] & string;

type FieldValue<F> = F extends Field<infer T> ? T : never;

/** The cells of a row, all of them. */
export type Cells<E extends EntityName> = {
  readonly [F in keyof (typeof entities)[E]["fields"]]: FieldValue<(typeof entities)[E]["fields"][F]>;
};

/** A row of an entity: its id and the current value of each cell. */
export type Row<E extends EntityName> = { readonly id: string } & Cells<E>;

export type CellValue = string | number | boolean;

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name);

/** The definition of a field, or undefined when the entity has no such field. */
export function findField(entity: EntityName, field: string): Field<unknown> | undefined {
  const fields: Record<string, Field<unknown>> = entities[entity].fields;
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

const entriesOf = new Map(
  entityNames.map((entity) => [entity, Object.entries<Field<unknown>>(entities[entity].fields)]),
);

export const fieldEntries = (entity: EntityName): readonly [string, Field<unknown>][] =>
  entriesOf.get(entity) ?? [];

export const naturalKeyOf = (entity: EntityName): readonly string[] | undefined =>
  (entities[entity] as { readonly naturalKey?: readonly string[] }).naturalKey;

/** Fields that say what a row is about: set when it is made, never changed. */
export const fixedFieldsOf = (entity: EntityName): readonly string[] => {
  const { owner } = entities[entity] as { readonly owner?: string };
  return [...(naturalKeyOf(entity) ?? []), ...(owner === undefined ? [] : [owner])];
};
