import type { RowEdit } from "../command";
import { PLAN_ROW_ID } from "../entities";
import type { TemplateContent } from "./template-content";
import type { Bilingual, TemplateLanguage } from "./template-name";
import { makePositions, markIllustrative, templateRow } from "./template-rows";
import { writeCostLineRows } from "./write-cost-line-rows";
import { writeCouncilRows } from "./write-council-rows";
import { writeMoneyRows } from "./write-money-rows";
import { writeRubricRows } from "./write-rubric-rows";
import { writeTaskRows } from "./write-task-rows";

/** What the rows of a template are written with. */
export interface TemplateWriting {
  readonly content: TemplateContent;
  readonly mintId: () => string;
  /** The text in the plan's language. */
  readonly say: (text: Bilingual) => string;
}

/** Ids of the goals that tasks may serve, in the order of the content. */
export interface GoalIds {
  readonly directions: readonly string[];
  readonly schemes: readonly string[];
}

/** Code and id of the secretariat's staff, the resource that councils, tasks and residents' projects share. */
export const STAFF_CODE = "STAFF";

/**
 * The rows of a plan that is filled in as an example. Published figures carry
 * their source; every other figure is marked illustrative.
 */
export function writeTemplate(
  content: TemplateContent,
  language: TemplateLanguage,
  mintId: () => string,
): RowEdit[] {
  const writing: TemplateWriting = { content, mintId, say: (text) => text[language] };
  const goalIds = {
    directions: content.goals.directions.map(mintId),
    schemes: content.goals.schemes.map(mintId),
  };
  const head = [...planRows(writing), ...goalRows(writing, goalIds), ...writeMoneyRows(writing)];
  const tasks = writeTaskRows(writing, goalIds);
  return [
    ...head,
    ...tasks,
    ...writeCouncilRows(writing),
    ...unitRows(writing),
    ...writeRubricRows(writing),
    ...writeCostLineRows(writing, tasks),
  ];
}

function planRows({ content, say }: TemplateWriting): RowEdit[] {
  const { texts, firstYear, lastYear, planCells } = content;
  const note = { en: "Illustrative rule or rate.", ko: "규칙·비율 예시." };
  return [
    templateRow("plan", PLAN_ROW_ID, {
      title: say(texts.title),
      firstYear,
      lastYear,
      concept: say(texts.concept),
      nature: say(texts.nature),
      scope: say(texts.scope),
      composition: say(texts.composition),
      conditions: say(texts.conditions),
      secretariatId: STAFF_CODE,
      ...planCells,
    }),
    ...Object.entries(planCells)
      .filter(([, value]) => typeof value === "number")
      .map(([field]) => markIllustrative("plan", field, PLAN_ROW_ID, say(note))),
  ];
}

function goalRows({ content, say, mintId }: TemplateWriting, goalIds: GoalIds): RowEdit[] {
  const { vision, directions, schemes } = content.goals;
  const visionId = mintId();
  const positions = makePositions(Math.max(directions.length, schemes.length));
  const branch = (kind: "direction" | "scheme", titles: readonly Bilingual[], ids: readonly string[]) =>
    titles.map((title, index) =>
      templateRow("goal", ids[index] ?? mintId(), {
        kind,
        parentId: visionId,
        title: say(title),
        position: positions[index] ?? "",
      }),
    );
  return [
    templateRow("goal", visionId, { kind: "vision", title: say(vision), position: positions[0] ?? "" }),
    ...branch("direction", directions, goalIds.directions),
    ...branch("scheme", schemes, goalIds.schemes),
  ];
}

function unitRows({ content, say, mintId }: TemplateWriting): RowEdit[] {
  const positions = makePositions(content.units.length);
  const note = { en: "Illustrative population or need.", ko: "인구·수요 예시." };
  return content.units.flatMap(({ code, title, population, needIndex }, index) => {
    const rowId = mintId();
    return [
      templateRow("unit", rowId, {
        code,
        title: say(title),
        population,
        needIndex,
        position: positions[index] ?? "",
      }),
      markIllustrative("unit", "population", rowId, say(note)),
      markIllustrative("unit", "needIndex", rowId, say(note)),
    ];
  });
}
