import type { TFunction } from "i18next";
import { describeGroupPresence, type GroupPresence } from "../../../core/committee/describe-group-presence";
import type { Row } from "../../../core/plan/entities";
import { ok } from "../../../core/result";
import type { Language } from "../../i18n/language";
import { evidenceOf, isIllustrative } from "../../session/evidence";
import { checkFigure, editableFigure, fieldOf, showFigure } from "../../ui/check-figure";
import { describeSource } from "../../ui/figure-box";
import { formatRatio } from "../../ui/format-ratio";
import type { RowColumn } from "../../ui/grid/row-column";
import { formatNumber } from "../../ui/number-format";
import { readName } from "./committee-columns";
import { reservedSeatsId } from "./committee-commands";
import type { CommitteePlan, CommitteeRow, CommitteeState } from "./committee-plan";

export interface GroupRow {
  readonly id: string;
  readonly row: Row<"residentGroup">;
  readonly reservedSeats: number;
  readonly base: GroupPresence | undefined;
  readonly scenario: GroupPresence | undefined;
}

export const joinGroups = (committee: CommitteeRow, plan: CommitteePlan): readonly GroupRow[] =>
  plan.residentGroup.map((row) => {
    const reservedSeats =
      plan.reservedSeats.find((seats) => seats.committeeId === committee.id && seats.groupId === row.id)
        ?.seats ?? 0;
    const of = (state: CommitteeState | undefined) =>
      state &&
      describeGroupPresence(
        state.outcome.seats,
        row.populationRatio,
        reservedSeats,
        state.compiled.citizenAttendanceRatio,
      );
    return { id: row.id, row, reservedSeats, base: of(committee.base), scenario: of(committee.scenario) };
  });

interface ColumnChoice {
  readonly t: TFunction;
  readonly language: Language;
  readonly plan: CommitteePlan;
  readonly committeeId: string;
}

/** Reserved seats lead; the random draw stands beside them. */
export function makeGroupColumns(choice: ColumnChoice): RowColumn<GroupRow>[] {
  const { t, language, plan, committeeId } = choice;
  const percent = (ratio: number) => formatRatio(ratio, language, 0);
  const shareField = fieldOf("residentGroup", "populationRatio");
  const seatsField = fieldOf("reservedSeats", "seats");
  const seatsId = (groupId: string) => reservedSeatsId(committeeId, groupId);
  const sourceNote = (entity: "residentGroup" | "reservedSeats", rowId: string, field: string) =>
    describeSource(evidenceOf(plan.evidence, entity, rowId, field), t("figure.illustrative")) || undefined;
  return [
    titleColumn(choice),
    {
      id: "populationRatio",
      title: t("committees.group.share"),
      hint: t("committees.group.shareHint"),
      width: 70,
      align: "right",
      value: ({ row }) => row.populationRatio,
      text: ({ row }) => showFigure(shareField, row.populationRatio, language, "thousand"),
      isIllustrative: ({ id }) => isIllustrative(plan.evidence, "residentGroup", id, "populationRatio"),
      note: ({ id }) => sourceNote("residentGroup", id, "populationRatio"),
      edit: {
        toText: ({ row }) => editableFigure(shareField, row.populationRatio, "thousand"),
        read: ({ id }, text) => {
          const checked = checkFigure(shareField, text, t, "thousand");
          if (!checked.ok) return checked;
          return ok({ entity: "residentGroup", rowId: id, cells: { populationRatio: checked.value } });
        },
      },
    },
    {
      id: "reservedSeats",
      title: t("committees.group.reserved"),
      hint: t("committees.group.reservedHint"),
      width: 80,
      align: "right",
      value: ({ reservedSeats }) => reservedSeats,
      text: ({ reservedSeats }) => (reservedSeats === 0 ? "–" : formatNumber(reservedSeats, language)),
      isIllustrative: ({ id }) => isIllustrative(plan.evidence, "reservedSeats", seatsId(id), "seats"),
      note: ({ id }) => sourceNote("reservedSeats", seatsId(id), "seats"),
      edit: {
        toText: ({ reservedSeats }) => String(reservedSeats),
        read: ({ id }, text) => {
          const checked = checkFigure(seatsField, text.trim() === "" ? "0" : text, t, "thousand");
          if (!checked.ok) return checked;
          return ok({ entity: "reservedSeats", rowId: seatsId(id), cells: { seats: checked.value } });
        },
      },
    },
    presenceColumn(
      t,
      "reservedAtMeeting",
      70,
      ({ reservedAtMeetingRatio }) => reservedAtMeetingRatio,
      percent,
    ),
    presenceColumn(
      t,
      "expected",
      92,
      ({ expectedSeats }) => expectedSeats,
      (seats) => formatNumber(seats, language, 1),
    ),
    presenceColumn(t, "drawnSeated", 98, ({ drawnSeatedRatio }) => drawnSeatedRatio, percent),
    presenceColumn(t, "drawnAtMeeting", 104, ({ drawnAtMeetingRatio }) => drawnAtMeetingRatio, percent),
  ];
}

const titleColumn = ({ t }: ColumnChoice): RowColumn<GroupRow> => ({
  id: "title",
  title: t("committees.group.title"),
  width: 120,
  isWide: true,
  align: "left",
  value: ({ row }) => row.title,
  text: ({ row }) => row.title,
  note: ({ row }) => row.title,
  edit: {
    toText: ({ row }) => row.title,
    read: ({ id }, text) =>
      readName(t, { entity: "residentGroup", rowId: id, field: "title", text, taken: [] }),
  },
});

function presenceColumn(
  t: TFunction,
  name: string,
  width: number,
  read: (presence: GroupPresence) => number | null,
  show: (value: number) => string,
): RowColumn<GroupRow> {
  const of = (presence: GroupPresence | undefined) => (presence === undefined ? null : read(presence));
  const textOf = (value: number | null) => (value === null ? "–" : show(value));
  return {
    id: name,
    title: t(`committees.group.${name}`),
    hint: t(`committees.group.${name}Hint`),
    width,
    align: "right",
    value: ({ scenario, base }) => of(scenario ?? base),
    text: ({ scenario, base }) => textOf(of(scenario ?? base)),
    baseText: ({ base, scenario }) => {
      if (base === undefined || scenario === undefined) return null;
      const from = textOf(of(base));
      // The unit stands behind the new value.
      return from === textOf(of(scenario)) ? null : from.replace(/ ?%$/, "");
    },
  };
}
