import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { useSessionServices } from "../../../session/use-plan-session";
import { formatNumber } from "../../../ui/number-format";
import { parsePlainNumber } from "../../../ui/parse-amount";
import classes from "./run-line.module.css";

/** Seeds are 32-bit numbers. */
const LARGEST_SEED = 2 ** 32 - 1;

interface RunLineProps {
  /** What was computed, in words: "10,000 draws", "231 scenarios". */
  readonly facts: readonly string[];
  readonly planRevision: number;
  readonly tookMs: number;
  /** Absent where chance plays no part. */
  readonly seed?: number;
  readonly onSeed?: (seed: number) => void;
}

/** What a result was computed from, so that it can be computed again: quiet, below it. */
export function RunLine({ facts, planRevision, tookMs, seed, onSeed }: RunLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { host } = useSessionServices();
  const seconds = formatNumber(tookMs / 1000, language, 1);
  return (
    <p className={classes.line}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {seed !== undefined && onSeed !== undefined && <SeedBox seed={seed} onSeed={onSeed} />}
      <span>{t("engine.run.revision", { revision: formatNumber(planRevision, language) })}</span>
      <span>{t("engine.run.models", { version: host.environment.appVersion })}</span>
      <span>{t("engine.run.took", { seconds })}</span>
    </p>
  );
}

function SeedBox({ seed, onSeed }: { readonly seed: number; readonly onSeed: (seed: number) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? null : parsePlainNumber(draft);
  const isWrong =
    parsed !== null && (!parsed.ok || !Number.isInteger(parsed.value) || parsed.value > LARGEST_SEED);
  const leave = () => {
    if (parsed?.ok && !isWrong && parsed.value !== seed) onSeed(parsed.value);
    setDraft(null);
  };
  return (
    <span className={classes.seed}>
      <label htmlFor="engine-seed">{t("engine.run.seed")}</label>
      <TextInput
        id="engine-seed"
        classNames={{ input: classes.seedInput ?? "", error: classes.seedError ?? "" }}
        inputMode="numeric"
        value={draft ?? String(seed)}
        error={isWrong ? t("engine.run.seedRange", { maximum: formatNumber(LARGEST_SEED, language) }) : null}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(null);
        }}
      />
    </span>
  );
}
