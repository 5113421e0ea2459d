import {
  notifyManager,
  QueryClient,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { EntityName, Row } from "../../core/plan/entities";
import type { LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import type { PlanApi } from "../engine/plan-api";
import { useLatestCallback } from "../ui/use-latest-callback";
import { behindMessages } from "./behind-messages";
import type { ReadAhead } from "./session-state";
import type { OpenDocument } from "./session-view";
import { useOpenDocument, useSessionServices } from "./use-plan-session";

/**
 * Answers are kept by revision: an edit makes a new key, so nothing is ever
 * marked stale by hand. The workers are on this computer, hence no retries and
 * no waiting for a network.
 */
export function makeQueryClient(): QueryClient {
  // By default a timer comes between an answer and its drawing, which is late behind an input.
  notifyManager.setScheduler(behindMessages);
  return new QueryClient({
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
}

/** The answer before this one, unless it was about another plan. */
const keepWithin =
  (documentKey: string) =>
  <T>(previous: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined =>
    query?.queryKey[1] === documentKey ? previous : undefined;

/** Answers that a screen shows together with the edit that they follow from. */
export const WITH_EDIT = { isShownWithEdit: true } as const;

/** How long an edit waits for those before it is shown without them. */
const AHEAD_LIMIT_MS = 100;

/**
 * Asks for what the screens show of a revision before they show it: they are
 * drawn once after an edit, not once for every answer.
 */
export function readAhead(
  client: QueryClient,
  { documentKey, plan: shown }: OpenDocument,
  revision: number,
): ReadAhead {
  const queries = client
    .getQueryCache()
    .findAll({ queryKey: ["plan", documentKey, shown.revision], type: "active" })
    .filter(({ meta }) => meta?.isShownWithEdit === true);
  const asked = queries.map(({ queryKey: [, , , ...what], options }) =>
    client.prefetchQuery({
      queryKey: ["plan", documentKey, revision, ...what],
      queryFn: options.queryFn ?? skipToken,
      meta: WITH_EDIT,
    }),
  );
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, AHEAD_LIMIT_MS));
  return {
    arrived: Promise.race([Promise.all(asked).then(() => undefined), tooLong]),
    forget: () => client.removeQueries({ queryKey: ["plan", documentKey, revision] }),
  };
}

/** Asks the plan worker; shows the previous revision's answer until the next one is there. */
export function usePlanQuery<T>(
  name: string,
  read: (plan: PlanApi) => Promise<T>,
  meta: typeof WITH_EDIT | Record<string, never> = {},
) {
  const { plan } = useSessionServices();
  const { documentKey, plan: state } = useOpenDocument();
  return useQuery({
    queryKey: ["plan", documentKey, state.revision, name],
    queryFn: () => read(plan),
    placeholderData: keepWithin(documentKey),
    meta,
  });
}

export const useTaskGrid = () => usePlanQuery("task-grid", (plan) => plan.readTaskGrid(), WITH_EDIT);
export const useLevers = () => usePlanQuery("levers", (plan) => plan.readLevers(), WITH_EDIT);
export const useRowNames = () => usePlanQuery("row-names", (plan) => plan.readRowNames(), WITH_EDIT);

/** Rows of these entities, for screens that show them as they are. */
export const useRows = <E extends EntityName>(...entities: readonly E[]) =>
  usePlanQuery(
    `rows ${entities.join(" ")}`,
    async (plan) => {
      const rows = await plan.readRows(entities);
      return rows as { readonly [K in E]: readonly Row<K>[] };
    },
    WITH_EDIT,
  );

/** A row with its evidence and comments; data is null while nothing is selected or the row is not there. */
export const useRowNotes = (entity: EntityName, rowId: string) =>
  usePlanQuery(`notes ${entity} ${rowId}`, (plan) => plan.readRowNotes(entity, rowId));
export const useProblems = () => usePlanQuery("problems", (plan) => plan.readProblems());
export const useScenarios = () => usePlanQuery("scenarios", (plan) => plan.readScenarios(), WITH_EDIT);

function useOutcomeQuery() {
  const { plan } = useSessionServices();
  const { documentKey, plan: state } = useOpenDocument();
  return (levers: LeverValues) => ({
    queryKey: ["plan", documentKey, state.revision, "outcome", levers],
    queryFn: () => plan.readOutcome(levers),
    placeholderData: keepWithin(documentKey),
    meta: WITH_EDIT,
  });
}

function useOutcome(levers: LeverValues) {
  const makeQuery = useOutcomeQuery();
  return useQuery(makeQuery(levers));
}

/** Begins to compute an outcome that will be shown in a moment; settles when it is there. */
export function useOutcomeAhead(): (levers: LeverValues) => Promise<void> {
  const client = useQueryClient();
  const makeQuery = useOutcomeQuery();
  return useLatestCallback((levers) => {
    const { queryKey, queryFn, meta } = makeQuery(levers);
    return client.prefetchQuery({ queryKey, queryFn, meta });
  });
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
