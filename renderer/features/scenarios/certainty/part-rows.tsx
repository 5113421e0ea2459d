import { Select, TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { PLAN_ROW_ID, type Row } from "../../../../core/plan/entities";
import type { UncertainPart } from "../../../../core/plan/uncertain-fields";
import { useLanguage } from "../../../i18n/use-language";
import { cellIdOf } from "../../../session/plan-figure-box";
import { useSelection } from "../../../session/selection";
import type { ScreenEdits } from "../../../session/use-screen-edits";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import form from "../engine/form.module.css";
import classes from "./assumptions.module.css";
import { type BoxName, fieldOfSetting, listDistributions, type PartProblem } from "./uncertainty-draft";
import { type EditedPart, usePartDraft } from "./use-part-draft";

const COLUMNS = ["low", "likely", "high", "correlation"] as const;

interface PartRowsProps {
  readonly plan: Row<"plan">;
  readonly part: UncertainPart;
  readonly isReadOnly: boolean;
  readonly run: ScreenEdits["run"];
}

/** One part: its distribution and its boxes, and below them why it cannot be as it is typed. */
export function PartRows({ plan, part, isReadOnly, run }: PartRowsProps) {
  const { t } = useTranslation();
  const edited = usePartDraft(plan, part, run);
  const problemId = useId();
  const name = t(`engine.uncertain.${part}`);
  const { problem } = edited;
  return (
    <tbody>
      <tr>
        <th scope="row">
          {name}
          <span className={classes.about}>{t(`engine.assumptions.of.${part}`)}</span>
        </th>
        <td data-cell={cellIdOfSetting(part, "distribution")}>
          {part === "grade" ? (
            <span className={classes.words}>{t("engine.assumptions.chanceOfStep")}</span>
          ) : (
            <DistributionSelect part={part} name={name} edited={edited} isReadOnly={isReadOnly} />
          )}
        </td>
        {COLUMNS.map((box) => (
          <td key={box} className={classes.number} data-cell={cellIdOfSetting(part, box)}>
            {fieldOfSetting(part, box) !== undefined && (
              <SettingBox
                part={part}
                box={box}
                label={`${name}: ${nameBox(part, box, t)}`}
                edited={edited}
                problemId={problemId}
                isReadOnly={isReadOnly}
              />
            )}
          </td>
        ))}
      </tr>
      {problem !== null && (
        <tr>
          <td />
          <td colSpan={5}>
            <p id={problemId} className={classes.problem} role="alert">
              <Problem part={part} problem={problem} />
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function cellIdOfSetting(part: UncertainPart, setting: BoxName | "distribution"): string | undefined {
  const field = fieldOfSetting(part, setting);
  return field === undefined ? undefined : cellIdOf("plan", PLAN_ROW_ID, field);
}

interface SettingProps {
  readonly part: UncertainPart;
  readonly edited: EditedPart;
  readonly isReadOnly: boolean;
}

/** Tells the page which cell of the plan has the focus. */
function useSelectSetting(part: UncertainPart, setting: BoxName | "distribution"): () => void {
  const [, select] = useSelection();
  const field = fieldOfSetting(part, setting);
  return () => field !== undefined && select({ entity: "plan", rowId: PLAN_ROW_ID, field });
}

function DistributionSelect({ part, name, edited, isReadOnly }: SettingProps & { readonly name: string }) {
  const { t } = useTranslation();
  const onSelect = useSelectSetting(part, "distribution");
  return (
    <Select
      aria-label={`${name}: ${t("engine.assumptions.distribution")}`}
      classNames={{ root: classes.distribution ?? "" }}
      allowDeselect={false}
      readOnly={isReadOnly}
      data={listDistributions(part).map((value) => ({ value, label: t(`engine.assumptions.by.${value}`) }))}
      value={edited.draft.distribution ?? null}
      onFocus={onSelect}
      onChange={(distribution) => {
        if (distribution === null) return;
        edited.type("distribution", distribution);
        edited.commit({ distribution });
      }}
    />
  );
}

interface SettingBoxProps extends SettingProps {
  readonly box: BoxName;
  readonly label: string;
  readonly problemId: string;
}

/** A box that hands over when it is left or at Enter; Escape puts back what the plan has. */
function SettingBox({ part, box, label, edited, problemId, isReadOnly }: SettingBoxProps) {
  const onSelect = useSelectSetting(part, box);
  const isFixed = edited.draft.distribution === "fixed";
  const isWrong = edited.problem?.box === box;
  const isTyped = edited.isTyped(box);
  return (
    <TextInput
      aria-label={label}
      classNames={{ root: classes.box ?? "", input: form.number ?? "" }}
      inputMode="decimal"
      autoComplete="off"
      disabled={isFixed}
      readOnly={isReadOnly}
      // Until something is typed, undo belongs to the plan.
      data-untouched={!isTyped || undefined}
      value={isFixed ? "" : (edited.draft[box] ?? "")}
      error={isWrong}
      {...(isWrong ? { "aria-describedby": problemId } : {})}
      rightSection={box === "correlation" ? undefined : <span aria-hidden>%</span>}
      rightSectionWidth={24}
      onFocus={onSelect}
      onChange={(event) => edited.type(box, event.currentTarget.value)}
      onBlur={() => isTyped && edited.commit()}
      onKeyDown={(event) => {
        if (event.key === "Enter") edited.commit();
        if (event.key === "Escape" && isTyped) {
          event.stopPropagation();
          edited.putBack(box);
        }
      }}
    />
  );
}

type Translate = ReturnType<typeof useTranslation>["t"];

const nameBox = (part: UncertainPart, box: BoxName, t: Translate) => {
  if (part === "grade" && box !== "correlation") return t(`engine.assumptions.chance.${box}`);
  if (part === "costs" && box !== "correlation") return t(`engine.assumptions.otherLines.${box}`);
  return t(`engine.assumptions.${box}`);
};

function Problem({ part, problem }: { readonly part: UncertainPart; readonly problem: PartProblem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = (): string => {
    switch (problem.type) {
      case "text":
        return describeParseError(t, problem.error, "plain");
      case "out-of-range": {
        const isPlain = problem.box === "correlation";
        const show = (value: number) =>
          isPlain ? formatNumber(value, language, 3) : formatRatio(value, language, 3);
        return t("refused.outOfRange", {
          minimum: show(problem.minimum),
          maximum: show(problem.maximum),
        });
      }
      default:
        return t(`engine.assumptions.refused.${problem.type}`);
    }
  };
  return (
    <>
      {nameBox(part, problem.box, t)}: {say()}
    </>
  );
}
