import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { applyLevers } from "../../core/scenario/apply-levers";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { LeverValues } from "../../core/scenario/lever";
import { WITH_EDIT } from "./plan-queries";
import { useOpenDocument, useSessionServices } from "./use-plan-session";

export interface EffectivePlans {
  readonly base: CompiledPlan;
  /** The plan under the levers: what every model is given. */
  readonly scenario: CompiledPlan;
}

const NO_LEVERS: LeverValues = {};

/** The figures that go into the models, as the plan has them and under levers; keeps the last revision's until the next is there. */
export function useEffectivePlans(levers: LeverValues): EffectivePlans | undefined {
  const { plan } = useSessionServices();
  const { documentKey, plan: state } = useOpenDocument();
  const { data } = useQuery({
    queryKey: ["plan", documentKey, state.revision, "compiled"],
    queryFn: () => plan.readCompiledPlan(),
    meta: WITH_EDIT,
    placeholderData: (previous, query) => (query?.queryKey[1] === documentKey ? previous : undefined),
  });
  return useMemo(
    () =>
      data === undefined
        ? undefined
        : { base: applyLevers(data, NO_LEVERS), scenario: applyLevers(data, levers) },
    [data, levers],
  );
}
