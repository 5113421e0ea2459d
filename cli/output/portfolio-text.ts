import { formatCount, formatNumber, formatRatio } from "./format-values";
import { formatFacts, formatSection, formatTable, joinSections } from "./text-table";

interface PortfolioAnswer {
  readonly value: number;
  readonly bound: number;
  readonly gapRatio: number;
  readonly isProved: boolean;
  readonly waterfallValue: number;
  readonly chosen: readonly {
    readonly code: string;
    readonly title: string;
    readonly startYear: number;
    readonly delayYears: number;
    readonly partRatio: number;
    readonly value: number;
  }[];
  readonly leftOut: readonly { readonly code: string; readonly title: string }[];
  readonly binding: readonly { readonly words: string }[];
  /** Null where the plan was left as it is. */
  readonly applied: {
    readonly change: number | null;
    readonly delays: readonly { readonly code: string; readonly years: number }[];
    readonly value: number;
    readonly otherwise: readonly string[];
  } | null;
}

const MOST_BINDING = 10;
const points = (value: number) => formatNumber(Number(value.toFixed(2)));

/** The best portfolio, for people. */
export const portfolioText = (answer: PortfolioAnswer): string =>
  joinSections(
    formatFacts([
      [
        "Priority covered",
        `${points(answer.value)} points (by the waterfall ${points(answer.waterfallValue)})`,
      ],
      [
        "At most possible",
        answer.isProved && answer.gapRatio < 1e-4
          ? `${points(answer.bound)}: this is the optimum`
          : `${points(answer.bound)}, ${formatRatio(answer.gapRatio)} more`,
      ],
    ]),
    formatSection(
      "Carried out",
      formatTable(
        [{ title: "Code" }, { title: "Title" }, { title: "From", align: "right" }, { title: "" }],
        answer.chosen.map(({ code, title, startYear, delayYears, partRatio }) => [
          code,
          title,
          String(startYear),
          [
            delayYears > 0 ? `${formatCount(delayYears, "year")} later` : "",
            partRatio < 1 - 1e-9 ? `in part (${formatRatio(partRatio)})` : "",
          ]
            .filter((part) => part !== "")
            .join(", "),
        ]),
      ),
    ),
    formatSection(
      "Left out",
      formatTable(
        [{ title: "Code" }, { title: "Title" }],
        answer.leftOut.map(({ code, title }) => [code, title]),
      ),
    ),
    formatSection(
      "What binds",
      answer.binding.length === 0
        ? "  Nothing: more money or posts would not change it."
        : answer.binding
            .slice(0, MOST_BINDING)
            .map(({ words }) => `  ${words}`)
            .join("\n"),
    ),
    answer.applied === null ? "" : describeApplied(answer.applied),
  );

function describeApplied({
  change,
  delays,
  value,
  otherwise,
}: NonNullable<PortfolioAnswer["applied"]>): string {
  const covers = `The funding order then covers ${points(value)} points.`;
  const rest =
    otherwise.length === 0 ? "" : ` These come out otherwise than in the portfolio: ${otherwise.join(", ")}.`;
  if (change === null) return `No start year had to change. ${covers}${rest}`;
  const moved = delays.map(({ code, years }) => `${code} +${years}`).join(", ");
  return `Saved as change ${change}: tasks start later by these years: ${moved}. ${covers}${rest}`;
}
