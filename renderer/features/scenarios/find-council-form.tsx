import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { describeParseError } from "../../ui/describe-parse-error";
import { formatRatio } from "../../ui/format-ratio";
import { parsePercent } from "../../ui/parse-amount";
import classes from "./find-council.module.css";

interface FindCouncilFormProps {
  readonly canFind: boolean;
  readonly onFind: (groupShareRatio: number, confidenceRatio: number) => void;
}

/** A lot is never certain, and a group of nobody needs no seat. */
const RANGES = {
  group: { initial: "5", minimum: 0.001, maximum: 1 },
  chance: { initial: "90", minimum: 0.01, maximum: 0.999 },
} as const;

type BoxName = keyof typeof RANGES;

/** From which share a group counts, and how sure its seat must be. */
export function FindCouncilForm({ canFind, onFind }: FindCouncilFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [texts, setTexts] = useState({
    group: RANGES.group.initial as string,
    chance: RANGES.chance.initial as string,
  });
  const read = (name: BoxName) => {
    const { minimum, maximum } = RANGES[name];
    const parsed = parsePercent(texts[name]);
    if (!parsed.ok) return { value: null, problem: describeParseError(t, parsed.error) };
    const isOutside = parsed.value < minimum || parsed.value > maximum;
    const bounds = { minimum: formatRatio(minimum, language), maximum: formatRatio(maximum, language) };
    const problem = isOutside ? t("refused.outOfRange", bounds) : null;
    return { value: isOutside ? null : parsed.value, problem };
  };
  const [group, chance] = [read("group"), read("chance")];
  const box = (name: BoxName, problem: string | null) => (
    <TextInput
      size="xs"
      label={t(`scenarios.smallest.${name}`)}
      classNames={{ root: classes.box ?? "", label: classes.label ?? "", input: classes.input ?? "" }}
      inputMode="decimal"
      value={texts[name]}
      error={problem}
      rightSection={<span aria-hidden>%</span>}
      onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (group.value !== null && chance.value !== null) onFind(group.value, chance.value);
      }}
    >
      {box("group", group.problem)}
      {box("chance", chance.problem)}
      <Button
        type="submit"
        className={classes.submit ?? ""}
        disabled={!canFind || group.value === null || chance.value === null}
      >
        {t("scenarios.smallest.find")}
      </Button>
    </form>
  );
}
