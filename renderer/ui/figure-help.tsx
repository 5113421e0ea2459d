import { Popover, UnstyledButton } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./figure-help.module.css";

export interface FigureInput {
  readonly label: string;
  readonly value: string;
}

interface FigureHelpProps {
  /** The name of the figure, for the heading and for screen readers. */
  readonly name: string;
  /** What exactly the figure says, in one or two sentences. */
  readonly meaning: string;
  /** Section of the models that it comes from, e.g. "A1". */
  readonly model: string;
  readonly inputs?: readonly FigureInput[];
}

/** The "?" beside a figure: what it says, its formula in words, what went in, and who says so. */
export function FigureHelp({ name, meaning, model, inputs = [] }: FigureHelpProps) {
  const { t } = useTranslation();
  const headingId = useId();
  return (
    <Popover width={340} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={t("figure.explain", { name })}>
          ?
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-labelledby={headingId} tabIndex={-1} data-autofocus>
        <h3 id={headingId} className={classes.name}>
          {name}
        </h3>
        <p>{meaning}</p>
        <h4 className={classes.label}>{t("figure.formula")}</h4>
        <p>{t(`model.${model}.formula`)}</p>
        {inputs.length > 0 && (
          <>
            <h4 className={classes.label}>{t("figure.inputs")}</h4>
            <dl className={classes.inputs}>
              {inputs.map((input) => (
                <div key={input.label}>
                  <dt>{input.label}</dt>
                  <dd>{input.value}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <h4 className={classes.label}>{t("figure.source")}</h4>
        <p className={classes.source}>
          {t(`model.${model}.source`)} <span className={classes.model}>{t("figure.model", { model })}</span>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
