import { Popover } from "@mantine/core";
import { memo, useLayoutEffect, useRef, useState } from "react";
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
  /** What went in; a function is asked only when somebody wants to know. */
  readonly inputs?: readonly FigureInput[] | (() => readonly FigureInput[]);
  /** What holds the figure where it is, in words; nothing where no limit has to do with it. */
  readonly limits?: () => readonly string[];
}

/** The "?" beside a figure: what it says, its formula in words, what went in, and who says so. */
export const FigureHelp = memo(function FigureHelp(props: FigureHelpProps) {
  const { t } = useTranslation();
  // A screen has dozens of these, so the popover is only made for the one that was asked.
  const [isAsked, setAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  // Around the popover's target the button is another element, which the focus has to find again.
  useLayoutEffect(() => {
    if (!isAsked) return;
    buttonRef.current?.focus();
    setOpen(true);
  }, [isAsked]);
  const button = (
    <button
      ref={buttonRef}
      type="button"
      className={classes.button}
      aria-label={t("figure.explain", { name: props.name })}
      onClick={() => (isAsked ? setOpen(!isOpen) : setAsked(true))}
      // The focus moves into the explanation a moment after it has opened.
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) setOpen(false);
      }}
    >
      ?
    </button>
  );
  if (!isAsked) return button;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={340}
      position="bottom-start"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={props.name} tabIndex={-1} data-autofocus>
        {isOpen && <Explanation {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
});

function Explanation({ name, meaning, model, inputs = [], limits }: FigureHelpProps) {
  const { t } = useTranslation();
  const shown = typeof inputs === "function" ? inputs() : inputs;
  const binding = limits?.() ?? [];
  return (
    <>
      <h3 className={classes.name}>{name}</h3>
      <p>{meaning}</p>
      <h4 className={classes.label}>{t("figure.formula")}</h4>
      <p>{t(`model.${model}.formula`)}</p>
      {shown.length > 0 && (
        <>
          <h4 className={classes.label}>{t("figure.inputs")}</h4>
          <dl className={classes.inputs}>
            {shown.map((input) => (
              <div key={input.label}>
                <dt>{input.label}</dt>
                <dd>{input.value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {binding.length > 0 && (
        <>
          <h4 className={classes.label}>{t("figure.limits")}</h4>
          {binding.map((limit) => (
            <p key={limit}>{limit}</p>
          ))}
        </>
      )}
      <h4 className={classes.label}>{t("figure.source")}</h4>
      <p className={classes.source}>
        {t(`model.${model}.source`)} <span className={classes.model}>{t("figure.model", { model })}</span>
      </p>
    </>
  );
}
