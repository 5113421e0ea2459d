import type { TFunction } from "i18next";
import { useCallback } from "react";
import type { Row } from "../../core/plan/entities";
import type { Language } from "../i18n/language";
import { formatNumber } from "../ui/number-format";
import { useRowNames } from "./plan-queries";

type ResourceKind = Row<"resource">["kind"];

/** What a resource is counted in; undefined for one that is gone. */
export type FindResourceKind = (resourceId: string) => ResourceKind | undefined;

export function useResourceKinds(): FindResourceKind {
  const { data } = useRowNames();
  return useCallback((resourceId) => data?.resources.find(({ id }) => id === resourceId)?.kind, [data]);
}

/** An amount of a resource in what it is counted in: "0.5 posts". */
export function formatResourceAmount(
  value: number,
  kind: ResourceKind | undefined,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  // What is too small for one decimal is more than nothing all the same: 0.03 posts.
  const decimals = value > 0 && value < 0.05 ? Math.min(4, Math.ceil(-Math.log10(value))) : 1;
  const amount = formatNumber(value, language, decimals);
  // One post, 0.96 posts shown as 1 post, 0.5 posts.
  const count = Math.round(value * 10) / 10;
  return kind === undefined ? amount : t(`resources.amount.${kind}`, { amount, count });
}
