import { Button, Checkbox, CloseButton, TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Lever, LeverValues } from "../../../../core/scenario/lever";
import type { PlanFactor } from "../../../../core/scenario/sensitivity/plan-factors";
import type { UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { useLanguage } from "../../../i18n/use-language";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatRatio } from "../../../ui/format-ratio";
import { editableSignedPercent } from "../../../ui/read-signed-percent";
import form from "../engine/form.module.css";
import { isNumeric } from "../engine/lever-names";
import { LeverSelect } from "../engine/lever-select";
import classes from "./factors.module.css";
import {
  draftLeverFactor,
  type FactorDraft,
  type FactorProblem,
  findUsualEnds,
  isStepped,
  type ReadFactors,
} from "./factors-draft";
import { nameFactor } from "./name-factor";

interface FactorsFormProps extends Pick<ReadFactors, "problems"> {
  readonly drafts: readonly FactorDraft[];
  readonly levers: readonly Lever[];
  readonly values: LeverValues;
  readonly spec: UncertaintySpec;
  /** What was computed last, which knows between what the costs of the plan's lines go. */
  readonly computed: readonly PlanFactor[];
  /** Null while they are as usual. */
  readonly onReset: (() => void) | null;
  readonly onChange: (drafts: readonly FactorDraft[]) => void;
}

/** Which levers and uncertainties take part, and between what each moves. */
export function FactorsForm(props: FactorsFormProps) {
  const { drafts, problems, levers, onReset, onChange } = props;
  const { t } = useTranslation();
  const replace = (name: string, next: FactorDraft | null) =>
    onChange(drafts.flatMap((old) => (old.name !== name ? [old] : next === null ? [] : [next])));
  const known = new Set(drafts.map(({ name }) => name));
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={t("engine.factors.title")}>
        <thead>
          <tr>
            <th scope="col">{t("engine.sensitivity.factor")}</th>
            <th scope="col" className={classes.number}>
              {t("engine.assumptions.low")}
            </th>
            <th scope="col" className={classes.number}>
              {t("engine.assumptions.high")}
            </th>
            <th scope="col">{t("engine.factors.unit")}</th>
            <td />
          </tr>
        </thead>
        {drafts.map((draft) => (
          <FactorRow
            key={draft.name}
            draft={draft}
            problem={draft.isOn ? problems[draft.name] : undefined}
            {...props}
            onReplace={(next) => replace(draft.name, next)}
          />
        ))}
      </table>
      <div className={form.form}>
        <LeverSelect
          label={t("engine.factors.add")}
          levers={levers}
          isOffered={(lever) => isNumeric(lever) && !known.has(lever.path)}
          path={null}
          onChange={(path) => onChange([...drafts, draftLeverFactor(path)])}
        />
        {onReset !== null && (
          <Button className={form.submit ?? ""} variant="subtle" onClick={onReset}>
            {t("engine.assumptions.reset")}
          </Button>
        )}
      </div>
      <p className={form.hint}>{t("engine.factors.hint")}</p>
    </div>
  );
}

interface FactorRowProps extends Omit<FactorsFormProps, "problems" | "onChange" | "onReset" | "drafts"> {
  readonly draft: FactorDraft;
  readonly problem: FactorProblem | undefined;
  readonly onReplace: (draft: FactorDraft | null) => void;
}

function FactorRow({ draft, problem, levers, values, spec, computed, onReplace }: FactorRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problemId = useId();
  const { kind, name, isOn } = draft;
  const lever = levers.find(({ path }) => path === name);
  const title = nameFactor({ kind, name }, levers, t);
  const usual = findUsualEnds(draft, { levers, values, spec, language });
  const placeholderOf = (box: "low" | "high") => {
    if (usual[box] !== null) return usual[box];
    const factor = name === "costs" ? computed.find((one) => one.name === name) : undefined;
    return factor === undefined ? "–" : editableSignedPercent(Number((factor[box] - 1).toFixed(3)));
  };
  /** An end without a chance is no step. */
  const stepAt = (which: "low" | "high") =>
    (which === "low" ? spec.grade.lowerRatio : spec.grade.higherRatio) > 0 ? which : "likely";
  const box = (which: "low" | "high") => (
    <TextInput
      aria-label={`${title}: ${t(`engine.assumptions.${which}`)}`}
      classNames={{ root: classes.box ?? "", input: form.number ?? "" }}
      inputMode="decimal"
      autoComplete="off"
      disabled={!isOn}
      value={draft[which]}
      placeholder={placeholderOf(which)}
      error={problem?.box === which}
      {...(problem?.box === which ? { "aria-describedby": problemId } : {})}
      onChange={(event) => onReplace({ ...draft, [which]: event.currentTarget.value })}
    />
  );
  return (
    <tbody>
      <tr>
        <th scope="row">
          <Checkbox
            size="xs"
            checked={isOn}
            label={title}
            onChange={(event) => onReplace({ ...draft, isOn: event.currentTarget.checked })}
          />
        </th>
        {(["low", "high"] as const).map((which) => (
          <td key={which} className={isStepped(draft) ? classes.step : undefined}>
            {isStepped(draft) ? t(`engine.assumptions.chance.${stepAt(which)}`) : box(which)}
          </td>
        ))}
        <td className={classes.unit}>
          {isStepped(draft) ? t("engine.factors.steps") : unitOf(lever, name, t)}
        </td>
        <td>
          {kind === "lever" && (
            <CloseButton
              size="sm"
              aria-label={t("engine.factors.remove", { name: title })}
              onClick={() => onReplace(null)}
            />
          )}
        </td>
      </tr>
      {problem !== undefined && (
        <tr>
          <td />
          <td colSpan={4}>
            <p id={problemId} className={classes.problem} role="alert">
              {t(`engine.assumptions.${problem.box}`)}: {describe(problem, lever, t, language)}
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );
}

type Translate = ReturnType<typeof useTranslation>["t"];

/** In what the ends are typed. */
function unitOf(lever: Lever | undefined, name: string, t: Translate): string {
  if (lever === undefined)
    return name === "inflation" || name === "attendance"
      ? t("engine.factors.points")
      : t("engine.factors.change");
  // Names of levers with money say in what it is typed.
  return lever.kind === "ratio" ? "%" : "";
}

function describe(
  problem: FactorProblem,
  lever: Lever | undefined,
  t: Translate,
  language: "en" | "ko",
): string {
  switch (problem.type) {
    case "text":
      switch (problem.error.type) {
        case "out-of-range":
          return t("refused.outOfRange", { ...problem.error });
        case "not-whole":
          return t("refused.notWhole");
        default:
          return describeParseError(t, problem.error, lever?.kind === "money" ? "with-units" : "plain");
      }
    case "change-out-of-range": {
      const [minimum, maximum] = problem.bounds.map((bound) => formatRatio(bound, language));
      return t("refused.outOfRange", { minimum, maximum });
    }
    default:
      return t(`engine.factors.refused.${problem.type}`);
  }
}
