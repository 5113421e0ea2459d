/** Templates that a new plan can start from. */
export const templateNames = ["seoul-civil-democracy", "district-governance", "empty"] as const;

export type TemplateName = (typeof templateNames)[number];

export const isTemplateName = (candidate: string): candidate is TemplateName =>
  (templateNames as readonly string[]).includes(candidate);

/** Languages in which templates are written. */
export type TemplateLanguage = "en" | "ko";

/** Text in both languages. */
export type Bilingual = Readonly<Record<TemplateLanguage, string>>;
