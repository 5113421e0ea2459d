import type { RowEdit } from "../command";
import { naturalRowId } from "../row-id";
import { makePositions, markIllustrative, templateRow } from "./template-rows";
import type { TemplateWriting } from "./write-template";

/** The criteria of the evaluation and what they got so far. */
export function writeRubricRows({ content, say, mintId }: TemplateWriting): RowEdit[] {
  const positions = makePositions(content.criteria.length);
  const weightNote = { en: "Illustrative weight.", ko: "가중치 예시." };
  const scoreNote = { en: "Illustrative score.", ko: "점수 예시." };
  return content.criteria.flatMap(({ code, title, weightRatio, scores }, index) => {
    const rowId = mintId();
    const position = positions[index] ?? "";
    return [
      templateRow("criterion", rowId, { code, title: say(title), weightRatio, position }),
      markIllustrative("criterion", "weightRatio", rowId, say(weightNote)),
      ...scores.flatMap(({ year, score }) => {
        const scoreId = naturalRowId(rowId, year);
        return [
          templateRow("criterionScore", scoreId, { score }),
          markIllustrative("criterionScore", "score", scoreId, say(scoreNote)),
        ];
      }),
    ];
  });
}
