import { CloseButton, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../../core/result";
import type { MeasureKey } from "../../../../core/scenario/measures";
import type { Condition } from "../../../../core/scenario/search/condition";
import { describeParseError } from "../../../ui/describe-parse-error";
import type { ParseNumberError } from "../../../ui/parse-amount";
import form from "../engine/form.module.css";
import { MeasureSelect } from "../engine/measure-select";
import { measureOf, parseMeasure, unitMark } from "../engine/measure-text";
import { NumberBox } from "../engine/number-box";
import classes from "./search.module.css";

/** A condition as it is typed. */
export interface ConditionDraft {
  readonly measure: MeasureKey;
  readonly relation: Condition["relation"];
  readonly bound: string;
}

const RELATIONS: readonly Condition["relation"][] = ["at-least", "at-most", "equal"];

export const readBound = ({ measure, bound }: ConditionDraft): Result<number, ParseNumberError> =>
  parseMeasure(measure, bound);

interface ConditionRowProps {
  readonly draft: ConditionDraft;
  readonly onChange: (draft: ConditionDraft) => void;
  /** Absent where there has to be one. */
  readonly onRemove?: () => void;
  readonly isLabelHidden?: boolean;
}

/** What is asked of a figure: which, at least or at most, how much. */
export function ConditionRow({ draft, onChange, onRemove, isLabelHidden = false }: ConditionRowProps) {
  const { t } = useTranslation();
  const bound = readBound(draft);
  const kind = measureOf(draft.measure).unit === "won" ? "with-units" : "plain";
  const relationLabel = t("engine.search.relation");
  return (
    <div className={form.form}>
      <MeasureSelect
        label={t("engine.figure")}
        measure={draft.measure}
        isLabelHidden={isLabelHidden}
        onChange={(measure) => onChange({ ...draft, measure })}
      />
      <Select
        {...(isLabelHidden ? { "aria-label": relationLabel } : { label: relationLabel })}
        classNames={{ root: classes.relation ?? "", label: form.label ?? "" }}
        allowDeselect={false}
        data={RELATIONS.map((relation) => ({ value: relation, label: t(`engine.search.${relation}`) }))}
        value={draft.relation}
        onChange={(next) =>
          onChange({ ...draft, relation: RELATIONS.find((relation) => relation === next) ?? "at-least" })
        }
      />
      <NumberBox
        label={t("engine.search.bound")}
        isLabelHidden={isLabelHidden}
        text={draft.bound}
        problem={bound.ok ? null : describeParseError(t, bound.error, kind)}
        unit={unitMark(draft.measure, t)}
        onChange={(text) => onChange({ ...draft, bound: text })}
      />
      {onRemove !== undefined && (
        <CloseButton
          size="sm"
          className={isLabelHidden ? undefined : form.submit}
          aria-label={t("engine.search.removeCondition")}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
