import type { FileKind } from "../host/host";

export const PLAN_EXTENSION = "civplan";

/** How the system's dialogs call plan files. */
export const planFileKind = (translate: (key: string) => string): FileKind => ({
  label: translate("file.planFiles"),
  extensions: [PLAN_EXTENSION],
});

const FORBIDDEN_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** A file name made of a plan's title, without what systems refuse in names. */
export function suggestFileName(planTitle: string, fallback: string): string {
  const plain = planTitle.replace(FORBIDDEN_IN_NAMES, " ").replace(/\s+/g, " ").trim().slice(0, 120).trim();
  const stem = plain.replace(/^[.\s]+|[.\s]+$/g, "");
  return `${stem === "" ? fallback : stem}.${PLAN_EXTENSION}`;
}
