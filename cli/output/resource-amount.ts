import type { Row } from "../../core/plan/entities";
import { formatNumber } from "./format-values";

type ResourceKind = Row<"resource">["kind"];

const units: Readonly<Record<ResourceKind, readonly [one: string, several: string]>> = {
  staff: ["post", "posts"],
  facilitators: ["person", "people"],
  venueHours: ["hour", "hours"],
  trainingPlaces: ["place", "places"],
  supportOrganisation: ["post", "posts"],
};

/** An amount of a resource in what it is counted in: `0.5 posts`; the bare number where the resource is gone. */
export function formatResourceAmount(amount: number, kind: ResourceKind | undefined): string {
  if (kind === undefined) return formatNumber(amount);
  return `${formatNumber(amount)} ${units[kind][amount === 1 ? 0 : 1]}`;
}
