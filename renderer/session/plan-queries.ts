import { QueryClient, useQueries, useQuery } from "@tanstack/react-query";
import type { EntityName, Row } from "../../core/plan/entities";
import type { LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import type { PlanApi } from "../engine/plan-api";
import { useOpenDocument, useSessionServices } from "./use-plan-session";

/**
 * Answers are kept by revision: an edit makes a new key, so nothing is ever
 * marked stale by hand. The workers are on this computer, hence no retries and
 * no waiting for a network.
 */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 30_000,
        retry: false,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });

/** The answer before this one, unless it was about another plan. */
const keepWithin =
  (documentKey: string) =>
  <T>(previous: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined =>
    query?.queryKey[1] === documentKey ? previous : undefined;

/** Asks the plan worker; shows the previous revision's answer until the next one is there. */
export function usePlanQuery<T>(name: string, read: (plan: PlanApi) => Promise<T>) {
  const { plan } = useSessionServices();
  const { documentKey, plan: state } = useOpenDocument();
  return useQuery({
    queryKey: ["plan", documentKey, state.revision, name],
    queryFn: () => read(plan),
    placeholderData: keepWithin(documentKey),
  });
}

export const useTaskGrid = () => usePlanQuery("task-grid", (plan) => plan.readTaskGrid());
export const useLevers = () => usePlanQuery("levers", (plan) => plan.readLevers());
export const useRowNames = () => usePlanQuery("row-names", (plan) => plan.readRowNames());

/** Rows of these entities, for screens that show them as they are. */
export const useRows = <E extends EntityName>(...entities: readonly E[]) =>
  usePlanQuery(`rows ${entities.join(" ")}`, async (plan) => {
    const rows = await plan.readRows(entities);
    return rows as { readonly [K in E]: readonly Row<K>[] };
  });
/** A row with its evidence and comments; data is null while nothing is selected or the row is not there. */
export const useRowNotes = (entity: EntityName, rowId: string) =>
  usePlanQuery(`notes ${entity} ${rowId}`, (plan) => plan.readRowNotes(entity, rowId));
export const useProblems = () => usePlanQuery("problems", (plan) => plan.readProblems());
export const useScenarios = () => usePlanQuery("scenarios", (plan) => plan.readScenarios());

function useOutcomeQuery() {
  const { compute } = useSessionServices();
  const { documentKey, plan } = useOpenDocument();
  const planRevision = plan.revision;
  return (levers: LeverValues) => ({
    queryKey: ["plan", documentKey, planRevision, "outcome", levers],
    // The signal is aborted when the sliders have moved on, so only the latest values are computed.
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      compute.evaluate({ planRevision, levers, signal }),
    placeholderData: keepWithin(documentKey),
  });
}

function useOutcome(levers: LeverValues) {
  const makeQuery = useOutcomeQuery();
  return useQuery(makeQuery(levers));
}

/** An outcome for each of these, in their order; undefined where it is not there yet. */
export function useScenarioOutcomes(scenarios: readonly LeverValues[]): readonly (Outcome | undefined)[] {
  const makeQuery = useOutcomeQuery();
  return useQueries({ queries: scenarios.map(makeQuery) }).map(({ data }) => data);
}

export interface Outcomes {
  /** The plan as it is. */
  readonly base: Outcome | undefined;
  /** The plan under the levers. */
  readonly scenario: Outcome | undefined;
  /** What is shown belongs to earlier levers or an earlier revision, or is not there yet. */
  readonly isPending: boolean;
  readonly error: Error | null;
}

const NO_LEVERS: LeverValues = {};

/** Base and scenario side by side. `levers` holds only what differs from the plan. */
export function useOutcomes(levers: LeverValues): Outcomes {
  const base = useOutcome(NO_LEVERS);
  const scenario = useOutcome(levers);
  return {
    base: base.data,
    scenario: scenario.data,
    isPending: [base, scenario].some((query) => query.isPending || query.isPlaceholderData),
    error: base.error ?? scenario.error,
  };
}
