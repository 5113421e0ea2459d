import { useState } from "react";
import { setCells } from "../../../../core/plan/command";
import { PLAN_ROW_ID, type Row } from "../../../../core/plan/entities";
import type { UncertainPart, UncertainSetting } from "../../../../core/plan/uncertain-fields";
import type { ScreenEdits } from "../../../session/use-screen-edits";
import { draftPart, type PartDraft, type PartProblem, pickChangedCells, readPart } from "./uncertainty-draft";

/** What was typed, as long as the plan holds what stood there then. */
interface Typed {
  readonly text: string;
  readonly over: string | undefined;
}
type TypedSettings = Readonly<Partial<Record<UncertainSetting, Typed>>>;

export interface EditedPart {
  readonly draft: PartDraft;
  readonly problem: PartProblem | null;
  readonly isTyped: (setting: UncertainSetting) => boolean;
  readonly type: (setting: UncertainSetting, text: string) => void;
  /** Puts a setting back to what the plan has. */
  readonly putBack: (setting: UncertainSetting) => void;
  /** Hands what was typed to the plan, if it fits together; `latest` is what was just chosen. */
  readonly commit: (latest?: PartDraft) => void;
}

/**
 * One part of what is uncertain while somebody types: the plan gets it when it
 * fits together, as one change, and what was typed stays until then. A change of
 * the plan (an undo) shows at once.
 */
export function usePartDraft(plan: Row<"plan">, part: UncertainPart, run: ScreenEdits["run"]): EditedPart {
  const [typed, setTyped] = useState<TypedSettings>({});
  const standing = draftPart(plan, part);
  const isTyped = (setting: UncertainSetting) =>
    typed[setting]?.over === standing[setting] && setting in typed;
  const texts: Partial<Record<UncertainSetting, string>> = {};
  for (const [name, one] of Object.entries(typed)) {
    const setting = name as UncertainSetting;
    if (isTyped(setting)) texts[setting] = one.text;
  }
  const draft = { ...standing, ...texts };
  const read = readPart(part, draft);
  const forget = (done: TypedSettings) =>
    setTyped((now) => {
      const left = Object.entries(now).filter(([name, one]) => done[name as UncertainSetting] !== one);
      return Object.fromEntries(left);
    });
  const commit = async (latest: PartDraft) => {
    const settled = typed;
    const answer = readPart(part, { ...draft, ...latest });
    if (!answer.ok) return;
    const cells = pickChangedCells(plan, answer.value);
    const isNothing = Object.keys(cells).length === 0;
    const refusal = isNothing ? null : await run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]));
    if (refusal === null) forget(settled);
  };
  return {
    draft,
    problem: read.ok ? null : read.error,
    isTyped,
    type: (setting, text) => setTyped((now) => ({ ...now, [setting]: { text, over: standing[setting] } })),
    putBack: (setting) => setTyped(({ [setting]: _, ...others }) => others),
    commit: (latest = {}) => void commit(latest),
  };
}
