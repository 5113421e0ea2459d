import { useTranslation } from "react-i18next";
import type { Result } from "../../../../core/result";
import type { Lever } from "../../../../core/scenario/lever";
import type { SweepAxis } from "../../../../core/scenario/sweep/sweep-axis";
import { useLanguage } from "../../../i18n/use-language";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatNumber } from "../../../ui/number-format";
import classes from "../engine/form.module.css";
import { isNumeric } from "../engine/lever-names";
import { LeverSelect } from "../engine/lever-select";
import { NumberBox } from "../engine/number-box";
import { type AxisDraft, type AxisProblem, draftAxis, MOST_AXIS_VALUES } from "./read-axis";

interface AxisFormProps {
  readonly label: string;
  readonly levers: readonly Lever[];
  readonly draft: AxisDraft;
  readonly lever: Lever;
  /** The lever of the other axis, which this one cannot be. */
  readonly otherPath: string;
  readonly axis: Result<SweepAxis, AxisProblem>;
  readonly onChange: (draft: AxisDraft) => void;
}

/** One axis of a sweep: which lever, from where to where, in which steps. */
export function AxisForm({ label, levers, draft, lever, otherPath, axis, onChange }: AxisFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problem = axis.ok ? null : axis.error;
  const say = (box: "from" | "to" | "step"): string | null => {
    if (problem?.type === "text" && problem.box === box)
      switch (problem.error.type) {
        case "out-of-range":
          return t("refused.outOfRange", { ...problem.error });
        case "not-whole":
          return t("refused.notWhole");
        default:
          return describeParseError(t, problem.error, lever.kind === "money" ? "with-units" : "plain");
      }
    return problem !== null && placeOf(problem) === box
      ? t(`engine.sweep.${problem.type}`, {
          count: problem.type === "too-many" ? problem.count : 0,
          values: problem.type === "too-many" ? formatNumber(problem.count, language) : "",
          maximum: MOST_AXIS_VALUES,
        })
      : null;
  };
  const unit = lever.kind === "ratio" ? "%" : "";
  const box = (name: "from" | "to" | "step") => (
    <NumberBox
      label={t(`engine.sweep.${name}`)}
      text={draft[name]}
      problem={say(name)}
      unit={unit}
      onChange={(text) => onChange({ ...draft, [name]: text })}
    />
  );
  return (
    <fieldset className={classes.fieldset}>
      <legend className="visually-hidden">{label}</legend>
      <div className={classes.form}>
        <LeverSelect
          label={label}
          levers={levers}
          isOffered={(candidate) => isNumeric(candidate) && candidate.path !== otherPath}
          path={draft.path}
          onChange={(path) => {
            const next = levers.find((candidate) => candidate.path === path);
            if (next !== undefined) onChange(draftAxis(next));
          }}
        />
        {box("from")}
        {box("to")}
        {box("step")}
      </div>
    </fieldset>
  );
}

/** At which box a problem of the whole axis is shown. */
const placeOf = ({ type }: AxisProblem): "to" | "step" =>
  type === "reversed" || type === "zero-width" ? "to" : "step";
