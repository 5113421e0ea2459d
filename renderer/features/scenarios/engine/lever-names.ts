import type { TFunction } from "i18next";
import type { Lever, LeverValue } from "../../../../core/scenario/lever";
import type { Language } from "../../../i18n/language";
import { formatLeverNumber } from "../lever-text";

/** A lever by name; one of a committee with the committee, where several have it. */
export function nameLever(lever: Lever, levers: readonly Lever[], t: TFunction): string {
  const name = t(`lever.${lever.name}`, { subject: lever.subject });
  const isShared =
    lever.group === "committee" &&
    levers.some(
      (other) => other.path !== lever.path && other.group === "committee" && other.name === lever.name,
    );
  return isShared ? t("engine.leverOf", { subject: lever.subject, name }) : name;
}

export interface LeverGroupOption {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Levers to choose from, by group, in the order of the panel on the left. */
export function listLeverOptions(
  levers: readonly Lever[],
  t: TFunction,
  isOffered: (lever: Lever) => boolean,
): LeverGroupOption[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const lever of levers.filter(isOffered)) {
    const group = lever.group === "committee" ? lever.subject : t(`leverGroup.${lever.group}`);
    const items = groups.get(group) ?? [];
    items.push({ value: lever.path, label: t(`lever.${lever.name}`, { subject: lever.subject }) });
    groups.set(group, items);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

/** Levers with values between which a search can move. */
export const isNumeric = ({ planValue, minimum, maximum }: Lever): boolean =>
  typeof planValue === "number" && minimum !== undefined && maximum !== undefined;

/** A lever's value as people read it. */
export const showLeverValue = (lever: Lever, value: LeverValue, language: Language, t: TFunction): string => {
  if (typeof value === "number") return formatLeverNumber(lever, value, language);
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  return t(`leverChoice.${value}`, { defaultValue: value });
};
