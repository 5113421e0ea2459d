import type { TFunction } from "i18next";
import type { ParseNumberError } from "./parse-amount";

/** Why what was typed cannot be read, in words. Where `units` are read, the reason names them. */
export function describeParseError(
  t: TFunction,
  error: ParseNumberError,
  units: "with-units" | "plain" = "with-units",
): string {
  switch (error.type) {
    case "empty":
      return t("refused.empty");
    case "not-a-number":
      return units === "plain"
        ? t("refused.notAPlainNumber", { input: shorten(error.input) })
        : t("refused.notANumber", { input: shorten(error.input) });
    case "negative":
      return t("refused.negative");
    case "too-large":
      return t("refused.tooLarge");
  }
}

const shorten = (input: string) => (input.length > 40 ? `${input.slice(0, 39)}…` : input);
