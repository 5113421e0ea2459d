import type { TFunction } from "i18next";
import type { ParseNumberError } from "./parse-amount";

/** Why what was typed cannot be read, in words. */
export function describeParseError(t: TFunction, error: ParseNumberError): string {
  switch (error.type) {
    case "empty":
      return t("refused.empty");
    case "not-a-number":
      return t("refused.notANumber", { input: shorten(error.input) });
    case "negative":
      return t("refused.negative");
    case "too-large":
      return t("refused.tooLarge");
  }
}

const shorten = (input: string) => (input.length > 40 ? `${input.slice(0, 39)}…` : input);
