import type { Command, RowEdit } from "../../../core/plan/command";
import type { Cells, EntityName, Row } from "../../../core/plan/entities";
import { cellsOf } from "../../../core/plan/plan-tables";
import { committeeSizeId, evidenceId, naturalRowId } from "../../../core/plan/row-id";
import { freeCode } from "../../session/free-code";
import { positionAfter } from "../../session/position-after";
import type { CommitteePlan } from "./committee-plan";

export const committeeKinds = [
  "council",
  "subcommittee",
  "residentCouncil",
  "roundtable",
  "generalMeeting",
] as const;
export type CommitteeKind = Row<"committee">["kind"];

type StartCells = Pick<
  Cells<"committee">,
  "seats" | "officials" | "subcommittees" | "plenariesPerYear" | "subcommitteeRoundsPerYear" | "termYears"
> &
  Partial<Pick<Cells<"committee">, "allowanceWon">>;

/** What a new committee of a kind starts with, marked illustrative until somebody types a figure. */
const START_CELLS: Readonly<Record<CommitteeKind, StartCells>> = {
  council: {
    seats: 30,
    officials: 5,
    subcommittees: 5,
    plenariesPerYear: 6,
    subcommitteeRoundsPerYear: 10,
    termYears: 2,
  },
  subcommittee: {
    seats: 10,
    officials: 1,
    subcommittees: 0,
    plenariesPerYear: 10,
    subcommitteeRoundsPerYear: 0,
    termYears: 2,
  },
  residentCouncil: {
    seats: 40,
    officials: 0,
    subcommittees: 4,
    plenariesPerYear: 12,
    subcommitteeRoundsPerYear: 6,
    termYears: 2,
  },
  roundtable: {
    seats: 100,
    officials: 0,
    subcommittees: 0,
    plenariesPerYear: 1,
    subcommitteeRoundsPerYear: 0,
    termYears: 1,
    allowanceWon: 50_000,
  },
  generalMeeting: {
    seats: 200,
    officials: 0,
    subcommittees: 0,
    plenariesPerYear: 1,
    subcommitteeRoundsPerYear: 0,
    termYears: 1,
    allowanceWon: 0,
  },
};

const CODE_STEMS: Readonly<Record<CommitteeKind, string>> = {
  council: "COUNCIL",
  subcommittee: "SUBCOMMITTEE",
  residentCouncil: "RESIDENT-COUNCIL",
  roundtable: "ROUNDTABLE",
  generalMeeting: "GENERAL-MEETING",
};

/** The figures of a committee that can carry evidence. */
export const committeeFigures = [
  "seats",
  "officials",
  "subcommittees",
  "plenariesPerYear",
  "subcommitteeRoundsPerYear",
  "termYears",
  "allowanceWon",
  "officialHours",
  "officialHourlyWageWon",
  "fixedCostWon",
  "fixedCostSubcommitteeWon",
  "citizenAttendanceRatio",
  "officialAttendanceRatio",
] as const;
export type CommitteeFigure = (typeof committeeFigures)[number];

/** A new committee at the end of the list, paid by whoever pays the one before it. */
export function addCommittee(
  plan: CommitteePlan,
  kind: CommitteeKind,
  committeeId: string,
  words: { readonly title: string; readonly placeholder: string },
): Command {
  const sourceId = plan.committee.at(-1)?.sourceId || (plan.source.at(-1)?.id ?? "");
  const committee: RowEdit = {
    entity: "committee",
    rowId: committeeId,
    cells: {
      ...cellsOf("committee", START_CELLS[kind]),
      kind,
      title: words.title,
      code: freeCode(
        CODE_STEMS[kind],
        plan.committee.map(({ code }) => code),
      ),
      sourceId,
      position: positionAfter(plan.committee),
    },
  };
  const evidence = committeeFigures.map(
    (field): RowEdit => ({
      entity: "evidence",
      rowId: evidenceId("committee", field, committeeId),
      cells: { kind: "illustrative", note: words.placeholder },
    }),
  );
  return { type: "add-rows", rows: [committee, ...evidence] };
}

/** A committee; its later sizes and reserved seats go with it. */
export const deleteCommittee = (committeeId: string): Command => deleteRow("committee", committeeId);

/** A resident group; the seats that committees keep for it go with it. */
export const deleteGroup = (groupId: string): Command => deleteRow("residentGroup", groupId);

export const deleteSize = (sizeId: string): Command => deleteRow("committeeSize", sizeId);

const deleteRow = (entity: EntityName, rowId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity, rowId }],
});

/** A new group of residents at the end of the list. */
export const addGroup = (plan: CommitteePlan, groupId: string, title: string): Command => ({
  type: "add-rows",
  rows: [
    {
      entity: "residentGroup",
      rowId: groupId,
      cells: {
        title,
        code: freeCode(
          "GROUP",
          plan.residentGroup.map(({ code }) => code),
        ),
        position: positionAfter(plan.residentGroup),
      },
    },
  ],
});

/**
 * A change of size, with what the committee has by then. `legalBasisId` is the
 * ordinance that allows it. Set rather than added: a year that once had a
 * change, deleted since, takes it up again.
 */
export const setSize = (
  committeeId: string,
  year: number,
  cells: {
    readonly seats: number;
    readonly officials: number;
    readonly legalBasisId: string;
  },
): Command => ({
  type: "set-cells",
  edits: [{ entity: "committeeSize", rowId: committeeSizeId(committeeId, year), cells: { ...cells } }],
});

/** The same change of size from another year on. */
export const moveSize = (committeeId: string, fromYear: number, toYear: number): Command => ({
  type: "move-row",
  entity: "committeeSize",
  rowId: committeeSizeId(committeeId, fromYear),
  toRowId: committeeSizeId(committeeId, toYear),
});

/** A new ordinance that a change of size can rest on. */
export const addOrdinance = (
  plan: CommitteePlan,
  legalBasisId: string,
  title: string,
  inForceFromYear: number,
): Command => ({
  type: "add-rows",
  rows: [
    {
      entity: "legalBasis",
      rowId: legalBasisId,
      cells: { title, kind: "ordinance", inForceFromYear, position: positionAfter(plan.legalBasis) },
    },
  ],
});

export const reservedSeatsId = (committeeId: string, groupId: string) => naturalRowId(committeeId, groupId);
