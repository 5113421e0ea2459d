import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { announce } from "../../ui/announce";
import { describeParseError } from "../../ui/describe-parse-error";
import { useSelectOnFocus } from "../../ui/use-select-on-focus";
import classes from "./lever-control.module.css";
import { editableLeverText, formatLeverNumber, type LeverTextError, parseLeverText } from "./lever-text";

interface LeverBoxProps {
  readonly lever: Lever;
  readonly label: string;
  readonly value: number;
  readonly isChanged: boolean;
  readonly onChange: (value: number) => void;
  /** Why this value cannot be, beyond what the lever itself allows. */
  readonly checkMore?: ((value: number) => string | null) | undefined;
}

/** The number box of a lever. What does not fit is refused with the reason; the lever keeps its value. */
export function LeverBox({ lever, label, value, isChanged, onChange, checkMore }: LeverBoxProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const selecting = useSelectOnFocus(draft !== null);

  const describe = (error: LeverTextError): string => {
    if (error.type === "out-of-range")
      return t("refused.outOfRange", { minimum: error.minimum, maximum: error.maximum });
    return error.type === "not-whole"
      ? t("refused.notWhole")
      : describeParseError(t, error, lever.kind === "money" ? "with-units" : "plain");
  };
  const type = (text: string) => {
    setDraft(text);
    const parsed = parseLeverText(lever, text, language);
    const reason = parsed.ok ? (checkMore?.(parsed.value) ?? null) : describe(parsed.error);
    if (reason !== null && reason !== problem) announce(reason);
    setProblem(reason);
    if (parsed.ok && reason === null) onChange(parsed.value);
  };
  const leave = () => {
    setDraft(null);
    setProblem(null);
  };
  return (
    <TextInput
      {...selecting}
      aria-label={label}
      className={classes.box}
      classNames={{ input: classes.boxInput ?? "", error: classes.boxError ?? "" }}
      data-changed={isChanged || undefined}
      inputMode="decimal"
      value={draft ?? formatLeverNumber(lever, value, language)}
      error={problem}
      onFocus={() => setDraft(editableLeverText(lever, value))}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        // What is refused stays to be mended; Escape gives it up.
        const isDone = event.key === "Escape" || (event.key === "Enter" && problem === null);
        if (isDone) leave();
      }}
    />
  );
}
