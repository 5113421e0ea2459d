import type { RowEdit } from "../command";
import { naturalRowId } from "../row-id";
import { citeFigure, makePositions, markIllustrative, templateRow } from "./template-rows";
import type { TemplateWriting } from "./write-template";

/** Council of 25 + 5 in five subcommittees (published), with illustrative unit costs. */
const COUNCIL_CELLS = {
  code: "COUNCIL",
  kind: "council",
  seats: 30,
  officials: 5,
  subcommittees: 5,
  plenariesPerYear: 6,
  subcommitteeRoundsPerYear: 10,
  termYears: 2,
  allowanceWon: 100_000,
  officialHours: 2,
  officialHourlyWageWon: 35_000,
  fixedCostWon: 500_000,
  fixedCostSubcommitteeWon: 100_000,
  citizenAttendanceRatio: 0.55,
  officialAttendanceRatio: 0.9,
} as const;

const PUBLISHED_FIELDS = ["seats", "officials", "termYears"];
const ILLUSTRATIVE_FIELDS = [
  "plenariesPerYear",
  "subcommitteeRoundsPerYear",
  "allowanceWon",
  "officialHours",
  "officialHourlyWageWon",
  "fixedCostWon",
  "fixedCostSubcommitteeWon",
  "citizenAttendanceRatio",
  "officialAttendanceRatio",
];

/** The council, the ordinance that its size rests on, and resident groups with their reserved seats. */
export function writeCouncilRows(writing: TemplateWriting): RowEdit[] {
  const { content, mintId, say } = writing;
  const { council } = content;
  const committeeId = mintId();
  const placeholder = { en: "Illustrative unit cost or rate.", ko: "단가·비율 예시." };
  return [
    templateRow("committee", committeeId, {
      ...COUNCIL_CELLS,
      title: say(council.title),
      sourceId: council.source,
      position: makePositions(1)[0] ?? "",
    }),
    ...PUBLISHED_FIELDS.map((field) =>
      citeFigure("committee", field, committeeId, say(council.compositionSource)),
    ),
    citeFigure("committee", "subcommittees", committeeId, say(council.subcommitteesSource)),
    ...ILLUSTRATIVE_FIELDS.map((field) =>
      markIllustrative("committee", field, committeeId, say(placeholder)),
    ),
    templateRow("legalBasis", mintId(), {
      title: say(council.ordinance.title),
      kind: "ordinance",
      inForceFromYear: council.ordinance.inForceFromYear,
      note: say(council.ordinance.note),
      position: makePositions(1)[0] ?? "",
    }),
    ...groupRows(writing, committeeId),
  ];
}

function groupRows({ content, mintId, say }: TemplateWriting, committeeId: string): RowEdit[] {
  const positions = makePositions(content.groups.length);
  const shareNote = { en: "Illustrative share of the population.", ko: "인구 비율 예시." };
  const seatsNote = { en: "Illustrative reserved seats.", ko: "할당석 예시." };
  return content.groups.flatMap(({ code, title, populationRatio, reservedSeats }, index) => {
    const rowId = mintId();
    const reservedId = naturalRowId(committeeId, rowId);
    const group = [
      templateRow("residentGroup", rowId, {
        code,
        title: say(title),
        populationRatio,
        position: positions[index] ?? "",
      }),
      markIllustrative("residentGroup", "populationRatio", rowId, say(shareNote)),
    ];
    if (reservedSeats === 0) return group;
    return [
      ...group,
      templateRow("reservedSeats", reservedId, { seats: reservedSeats }),
      markIllustrative("reservedSeats", "seats", reservedId, say(seatsNote)),
    ];
  });
}
