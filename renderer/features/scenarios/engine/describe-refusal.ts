import type { TFunction } from "i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { LongRefusal } from "../../../engine/compute-job";
import type { Language } from "../../../i18n/language";
import { formatLeverNumber } from "../lever-text";
import { nameLever } from "./lever-names";

interface Telling {
  readonly levers: readonly Lever[];
  readonly t: TFunction;
  readonly language: Language;
}

/** Why a long computation cannot begin, in words. */
export function describeRefusal(refusal: LongRefusal, { levers, t, language }: Telling): string {
  switch (refusal.type) {
    case "too-many-for-sobol":
      return t("engine.refused.tooManyForSobol", { ...refusal });
    case "broken-assumptions":
      return t("engine.factors.refused.assumptions");
    case "no-factors":
      return t("engine.refused.noFactors");
    case "lever-out-of-range": {
      const lever = levers.find(({ path }) => path === refusal.path);
      const show = (value: number) =>
        lever === undefined ? String(value) : formatLeverNumber(lever, value, language);
      return t("engine.refused.outOfRange", {
        name: lever === undefined ? refusal.path : nameLever(lever, levers, t),
        minimum: show(refusal.minimum),
        maximum: show(refusal.maximum),
      });
    }
    case "lever-seats-below-officials":
      return t("refused.seatsBelowOfficials", { seats: refusal.seats, officials: refusal.officials });
    default:
      return t("engine.refused.lever", { path: refusal.path });
  }
}
