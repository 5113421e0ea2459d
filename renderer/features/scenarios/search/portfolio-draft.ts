import type { TFunction } from "i18next";
import type { PortfolioRules } from "../../../../core/scenario/portfolio/describe-portfolio";
import type { PortfolioOptions } from "../../../../core/scenario/portfolio/optimise-portfolio";
import type { Language } from "../../../i18n/language";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatRatio } from "../../../ui/format-ratio";
import { parsePercent } from "../../../ui/parse-amount";
import { readWhole } from "../engine/read-whole";

/** The rules of a portfolio as they are typed. */
export interface PortfolioDraft {
  readonly keepsRequired: boolean;
  /** Empty for no limit. */
  readonly maximumStarts: string;
  readonly gap: string;
  readonly timeLimit: string;
  readonly exclusions: readonly (readonly [string, string])[];
  readonly shares: readonly { readonly areaId: string; readonly share: string }[];
}

export const INITIAL_RULES: PortfolioDraft = {
  keepsRequired: true,
  maximumStarts: "",
  gap: "0.01",
  timeLimit: "30",
  exclusions: [],
  shares: [],
};

interface Problems {
  readonly maximumStarts: string | null;
  readonly gap: string | null;
  readonly timeLimit: string | null;
  readonly shares: readonly (string | null)[];
}

export interface ReadPortfolioDraft {
  /** Null where something does not fit; then `problems` says what. */
  readonly rules: { readonly rules: PortfolioRules; readonly options: PortfolioOptions } | null;
  readonly problems: Problems;
}

/** Reads the rules; rows that name no task or area yet, or the same task twice, do not count. */
export function readPortfolioDraft(
  draft: PortfolioDraft,
  t: TFunction,
  language: Language,
): ReadPortfolioDraft {
  const starts =
    draft.maximumStarts.trim() === ""
      ? { value: null, problem: null }
      : readWhole(draft.maximumStarts, 1, 10_000, t, language);
  const timeLimit = readWhole(draft.timeLimit, 1, 3600, t, language);
  const gap = readShare(draft.gap, t, language);
  const shares = draft.shares.map(({ share }) => readShare(share, t, language));
  const problems: Problems = {
    maximumStarts: starts.problem,
    gap: gap.problem,
    timeLimit: timeLimit.problem,
    shares: shares.map(({ problem }) => problem),
  };
  const isReadable =
    [starts, timeLimit, gap, ...shares].every(({ problem }) => problem === null) &&
    gap.value !== null &&
    timeLimit.value !== null;
  if (!isReadable) return { rules: null, problems };
  return {
    problems,
    rules: {
      rules: {
        keepsRequired: draft.keepsRequired,
        maximumStartsPerYear: starts.value,
        exclusions: draft.exclusions.filter(([a, b]) => a !== "" && b !== "" && a !== b),
        minimumShares: draft.shares.flatMap(({ areaId }, index) => {
          const shareRatio = shares[index]?.value ?? null;
          return areaId === "" || shareRatio === null ? [] : [{ areaId, shareRatio }];
        }),
      },
      options: { gapRatio: gap.value ?? 0, timeLimitMs: 1000 * (timeLimit.value ?? 0) },
    },
  };
}

function readShare(text: string, t: TFunction, language: Language) {
  const parsed = parsePercent(text);
  if (!parsed.ok) return { value: null, problem: describeParseError(t, parsed.error, "plain") };
  if (parsed.value <= 1) return { value: parsed.value, problem: null };
  const bounds = { minimum: formatRatio(0, language), maximum: formatRatio(1, language) };
  return { value: null, problem: t("refused.outOfRange", bounds) };
}
