import type { RowEdit } from "../command";
import { capacityId, ceilingId, naturalRowId } from "../row-id";
import { citeFigure, makePositions, markIllustrative, templateRow } from "./template-rows";
import { STAFF_CODE, type TemplateWriting } from "./write-template";

export const MILLION_WON = 1_000_000;
const HUNDRED_MILLION_WON = 100_000_000;

/** Sources, ceilings, channels, budgets of the whole, the share path, grades and staff. */
export function writeMoneyRows(writing: TemplateWriting): RowEdit[] {
  return [
    ...sourceRows(writing),
    ...channelRows(writing),
    ...budgetTotalRows(writing),
    ...shareRows(writing),
    ...gradeRows(writing),
    ...staffRows(writing),
  ];
}

function sourceRows({ content, say }: TemplateWriting): RowEdit[] {
  const positions = makePositions(content.sources.length);
  const note = { en: "Illustrative ceiling.", ko: "재원 한도 예시." };
  return content.sources.flatMap((source, index) => [
    templateRow("source", source.code, {
      code: source.code,
      title: say(source.title),
      kind: source.kind,
      isEligibleForShare: source.isEligibleForShare ?? false,
      isCeilingSetByGrade: source.isCeilingSetByGrade ?? false,
      position: positions[index] ?? "",
    }),
    ...source.ceilings.flatMap((millionWon, offset) => {
      const rowId = ceilingId(source.code, content.firstYear + offset);
      return [
        templateRow("ceiling", rowId, { ceilingWon: millionWon * MILLION_WON }),
        markIllustrative("ceiling", "ceilingWon", rowId, say(note)),
      ];
    }),
  ]);
}

function channelRows({ content, say }: TemplateWriting): RowEdit[] {
  const positions = makePositions(content.channels.length);
  return content.channels.map(({ code, kind, title }, index) =>
    templateRow("channel", code, { code, kind, title: say(title), position: positions[index] ?? "" }),
  );
}

const budgetTotalRows = ({ content, say }: TemplateWriting): RowEdit[] =>
  content.budgetTotals.flatMap(({ year, hundredMillionWon, source }) => [
    templateRow("budgetTotal", naturalRowId(year), { totalWon: hundredMillionWon * HUNDRED_MILLION_WON }),
    citeFigure("budgetTotal", "totalWon", naturalRowId(year), say(source)),
  ]);

const shareRows = ({ content, say }: TemplateWriting): RowEdit[] =>
  content.sharePath.flatMap((shareRatio, offset) => {
    const rowId = naturalRowId(content.firstYear + offset);
    return [
      templateRow("decentralisedShare", rowId, { shareRatio }),
      markIllustrative("decentralisedShare", "shareRatio", rowId, say(content.shareNote)),
    ];
  });

function gradeRows({ content, say, mintId }: TemplateWriting): RowEdit[] {
  const positions = makePositions(content.grades.length);
  const note = { en: "Illustrative amount.", ko: "금액 예시." };
  const scoreNote = { en: "Illustrative threshold.", ko: "기준 점수 예시." };
  const grades = content.grades.flatMap(({ code, title, millionWon, source, minimumScore, quota }, index) => {
    const rowId = mintId();
    return [
      templateRow("grade", rowId, {
        code,
        title: say(title),
        ceilingWon: millionWon * MILLION_WON,
        minimumScore,
        quota,
        position: positions[index] ?? "",
      }),
      markIllustrative("grade", "minimumScore", rowId, say(scoreNote)),
      citeFigure("grade", "quota", rowId, say(content.quotaSource)),
      source === null
        ? markIllustrative("grade", "ceilingWon", rowId, say(note))
        : citeFigure("grade", "ceilingWon", rowId, say(source)),
    ];
  });
  const evaluations = content.evaluations.map(({ year, gradeCode }) =>
    templateRow("evaluation", naturalRowId(year), { gradeCode }),
  );
  return [...grades, ...evaluations];
}

function staffRows({ content, say }: TemplateWriting): RowEdit[] {
  const title = { en: "Secretariat staff", ko: "사무국 인력" };
  const note = { en: "Illustrative number of posts.", ko: "인력 예시." };
  const years = Array.from(
    { length: content.lastYear - content.firstYear + 1 },
    (_, offset) => content.firstYear + offset,
  );
  return [
    templateRow("resource", STAFF_CODE, {
      code: STAFF_CODE,
      title: say(title),
      kind: "staff",
      position: makePositions(1)[0] ?? "",
    }),
    ...years.flatMap((year) => {
      const rowId = capacityId(STAFF_CODE, year);
      return [
        templateRow("resourceCapacity", rowId, { capacity: content.staffCapacityFte }),
        markIllustrative("resourceCapacity", "capacity", rowId, say(note)),
      ];
    }),
  ];
}
