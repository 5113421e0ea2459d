import { Button, Select, TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { useLanguage } from "../../../i18n/use-language";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatNumber } from "../../../ui/number-format";
import form from "../engine/form.module.css";
import classes from "./assumptions.module.css";
import {
  type BoxName,
  listDistributions,
  PARTS,
  type PartDraft,
  type PartName,
  type PartProblem,
} from "./uncertainty-draft";
import { type KeptUncertainty, USUAL_ASSUMPTIONS } from "./use-uncertainty-settings";

const ENDS = ["low", "likely", "high"] as const;
const METHODS: readonly SamplingMethod[] = ["latin-hypercube", "monte-carlo", "sobol"];
/** Parts whose members may move together. */
const CORRELATED: readonly PartName[] = ["costs", "ceilings"];

type AssumptionsFormProps = Pick<KeptUncertainty, "settings" | "onChange" | "problems" | "isUsual">;

/** What is uncertain and how much: a row a part, with the reason below where something does not fit. */
export function AssumptionsForm({ settings, onChange, problems, isUsual }: AssumptionsFormProps) {
  const { t } = useTranslation();
  const { assumptions } = settings;
  const methodId = useId();
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={t("engine.assumptions.title")}>
        <thead>
          <tr>
            <th scope="col">{t("engine.assumptions.part")}</th>
            <th scope="col">{t("engine.assumptions.distribution")}</th>
            {ENDS.map((end) => (
              <th key={end} scope="col" className={classes.number}>
                {t(`engine.assumptions.${end}`)}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              {t("engine.assumptions.correlation")}
            </th>
          </tr>
        </thead>
        {PARTS.map((part) => (
          <PartRows
            key={part}
            part={part}
            draft={assumptions[part]}
            problem={problems[part]}
            onChange={(draft) => onChange({ ...settings, assumptions: { ...assumptions, [part]: draft } })}
          />
        ))}
      </table>
      <p className={form.hint}>{t("engine.assumptions.hint")}</p>
      <div className={classes.foot}>
        <span id={methodId}>{t("engine.certainty.method")}</span>
        <Select
          aria-labelledby={methodId}
          classNames={{ root: classes.method ?? "" }}
          allowDeselect={false}
          data={METHODS.map((method) => ({ value: method, label: t(`engine.certainty.by.${method}`) }))}
          value={settings.method}
          onChange={(next) => {
            const method = METHODS.find((known) => known === next);
            if (method !== undefined) onChange({ ...settings, method });
          }}
        />
        {!isUsual && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange({ ...settings, assumptions: USUAL_ASSUMPTIONS })}
          >
            {t("engine.assumptions.reset")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface PartRowsProps {
  readonly part: PartName;
  readonly draft: PartDraft;
  readonly problem: PartProblem | undefined;
  readonly onChange: (draft: PartDraft) => void;
}

function PartRows({ part, draft, problem, onChange }: PartRowsProps) {
  const { t } = useTranslation();
  const name = t(`engine.uncertain.${part}`);
  const problemId = useId();
  const isFixed = part !== "grade" && draft.distribution === "fixed";
  const box = (which: BoxName, label: string, unit: string) => (
    <TextInput
      aria-label={`${name}: ${label}`}
      classNames={{ root: classes.box ?? "", input: form.number ?? "" }}
      inputMode="decimal"
      autoComplete="off"
      disabled={isFixed}
      value={isFixed && which !== "correlation" ? "" : draft[which]}
      error={problem?.box === which}
      {...(problem?.box === which ? { "aria-describedby": problemId } : {})}
      rightSection={unit === "" ? undefined : <span aria-hidden>{unit}</span>}
      rightSectionWidth={24}
      onChange={(event) => onChange({ ...draft, [which]: event.currentTarget.value })}
    />
  );
  return (
    <tbody>
      <tr>
        <th scope="row">
          {name}
          <span className={classes.about}>{t(`engine.assumptions.of.${part}`)}</span>
        </th>
        <td>
          {part === "grade" ? (
            <span className={classes.words}>{t("engine.assumptions.chanceOfStep")}</span>
          ) : (
            <Select
              aria-label={`${name}: ${t("engine.assumptions.distribution")}`}
              classNames={{ root: classes.distribution ?? "" }}
              allowDeselect={false}
              data={listDistributions(part).map((value) => ({
                value,
                label: t(`engine.assumptions.by.${value}`),
              }))}
              value={draft.distribution}
              onChange={(next) => {
                const distribution = listDistributions(part).find((known) => known === next);
                if (distribution !== undefined) onChange({ ...draft, distribution });
              }}
            />
          )}
        </td>
        {ENDS.map((end) => (
          <td key={end} className={classes.number}>
            {end === "likely" && (part === "costs" || part === "grade")
              ? null
              : box(end, labelOf(part, end, t), "%")}
          </td>
        ))}
        <td className={classes.number}>
          {CORRELATED.includes(part) && box("correlation", t("engine.assumptions.correlation"), "")}
        </td>
      </tr>
      {problem !== undefined && (
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

type Translate = ReturnType<typeof useTranslation>["t"];

const labelOf = (part: PartName, end: (typeof ENDS)[number], t: Translate) => {
  if (part === "grade") return t(`engine.assumptions.chance.${end}`);
  return t(part === "costs" ? `engine.assumptions.otherLines.${end}` : `engine.assumptions.${end}`);
};

function Problem({ part, problem }: { readonly part: PartName; readonly problem: PartProblem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const box =
    problem.box === "correlation" ? t("engine.assumptions.correlation") : labelOf(part, problem.box, t);
  const say = (): string => {
    switch (problem.type) {
      case "text":
        return describeParseError(t, problem.error, "plain");
      case "out-of-range": {
        const unit = problem.box === "correlation" ? 1 : 100;
        const show = (value: number) => formatNumber(unit * value, language, 3).replace("-", "−");
        return t("refused.outOfRange", {
          minimum: `${show(problem.minimum)}${unit === 1 ? "" : " %"}`,
          maximum: `${show(problem.maximum)}${unit === 1 ? "" : " %"}`,
        });
      }
      default:
        return t(`engine.assumptions.refused.${problem.type}`);
    }
  };
  return (
    <>
      {box}: {say()}
    </>
  );
}
