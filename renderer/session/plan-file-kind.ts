import type { FileKind } from "../host/host";

export const PLAN_EXTENSION = "civplan";

/** How the system's dialogs call plan files. */
export const planFileKind = (translate: (key: string) => string): FileKind => ({
  label: translate("file.planFiles"),
  extensions: [PLAN_EXTENSION],
});

const FORBIDDEN_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** A file name made of a plan's title, without what systems refuse in names. */
export const suggestFileName = (planTitle: string, fallback: string): string =>
  `${nameFile(planTitle, fallback)}.${PLAN_EXTENSION}`;

/** A file name without its extension, made of a text; the fallback where nothing of the text can stand in a name. */
export function nameFile(text: string, fallback: string): string {
  const plain = text.replace(FORBIDDEN_IN_NAMES, " ").replace(/\s+/g, " ").trim().slice(0, 120).trim();
  const stem = plain.replace(/^[.\s]+|[.\s]+$/g, "");
  return stem === "" ? fallback : stem;
}
