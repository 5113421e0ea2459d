import type { RowEdit } from "../command";
import { PLAN_ROW_ID } from "../entities";
import { districtGovernance } from "./district-governance-content";
import { seoulCivilDemocracy } from "./seoul-civil-democracy-content";
import type { TemplateLanguage, TemplateName } from "./template-name";
import { makePositions, templateRow } from "./template-rows";
import { writeTemplate } from "./write-template";

export interface TemplateRequest {
  readonly language: TemplateLanguage;
  /** First fiscal year of an empty plan; templates have their own horizon. */
  readonly firstYear: number;
  /** Makes a new row id (UUID) at each call. */
  readonly mintId: () => string;
}

/** The rows of a new plan, for the command `start-plan`. */
export function buildTemplate(name: TemplateName, request: TemplateRequest): RowEdit[] {
  const { language, mintId } = request;
  switch (name) {
    case "seoul-civil-democracy":
      return writeTemplate(seoulCivilDemocracy, language, mintId);
    case "district-governance":
      return writeTemplate(districtGovernance, language, mintId);
    case "empty":
      return buildEmptyPlan(request);
  }
}

const EMPTY_PLAN_YEARS = 4;

/** A plan with nothing but a horizon, the usual sources and channels, and one area to start from. */
function buildEmptyPlan({ language, firstYear, mintId }: TemplateRequest): RowEdit[] {
  const title = { en: "New plan", ko: "새 계획" };
  const area = { en: "Area 1", ko: "부문 1" };
  const position = (index: number) => makePositions(index + 1)[index] ?? "";
  return [
    templateRow("plan", PLAN_ROW_ID, {
      title: title[language],
      firstYear,
      lastYear: firstYear + EMPTY_PLAN_YEARS - 1,
    }),
    templateRow("area", mintId(), { code: "A1", title: area[language], position: position(0) }),
    ...seoulCivilDemocracy.sources.map(({ code, kind, title: name }, index) =>
      templateRow("source", code, { code, kind, title: name[language], position: position(index) }),
    ),
    ...seoulCivilDemocracy.channels.map(({ code, kind, title: name }, index) =>
      templateRow("channel", code, { code, kind, title: name[language], position: position(index) }),
    ),
  ];
}
