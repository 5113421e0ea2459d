import { transfer } from "comlink";
import type { EntityName, Row } from "../../core/plan/entities";
import type { LeverValues } from "../../core/scenario/lever";
import type { PackedOutcome } from "../../core/scenario/packed-outcome";
import { buffersOfOutcome, OutcomeReceiver, OutcomeSender, type SentOutcome } from "./outcome-transfer";
import type { PlanApi, RowsByEntity, TaskGridRow, TaskGridView } from "./plan-api";
import { type RowChanges, RowReceiver, RowSender } from "./row-transfer";

type RowChangesByEntity = { readonly [E in EntityName]?: RowChanges<Row<E>> };

type PlanReads = Pick<PlanApi, "readTaskGrid" | "readRows" | "readOutcome">;
type RemoteReads = Pick<RemotePlan, "readTaskGridChanges" | "readRowChanges" | "readSentOutcome">;

/** What the worker's end reads of the plan. */
interface SentPlan extends Pick<PlanReads, "readTaskGrid" | "readRows"> {
  readPackedOutcome(levers: LeverValues): Promise<PackedOutcome>;
}

/** The plan worker between the threads: as `PlanApi`, with long lists as what changed in them and outcomes packed. */
export interface RemotePlan extends Omit<PlanApi, keyof PlanReads> {
  readTaskGridChanges(): Promise<{
    readonly head: Omit<TaskGridView, "rows">;
    readonly rows: RowChanges<TaskGridRow>;
  }>;
  readRowChanges(entities: readonly EntityName[]): Promise<RowChangesByEntity>;
  readSentOutcome(levers: LeverValues): Promise<SentOutcome>;
}

/** The worker's end. */
export function sendPlanReads(plan: Promise<SentPlan>): RemoteReads {
  const outcomes = new OutcomeSender();
  const tasks = new RowSender<TaskGridRow>();
  const senders = new Map<EntityName, RowSender<Row<EntityName>>>();
  return {
    readTaskGridChanges: async () => {
      const { rows, ...head } = await (await plan).readTaskGrid();
      return { head, rows: tasks.next(rows) };
    },
    readRowChanges: async (entities) => {
      const rows: { readonly [E in EntityName]?: readonly Row<EntityName>[] } = await (await plan).readRows(
        entities,
      );
      return Object.fromEntries(
        entities.map((entity) => [entity, getOrMake(senders, entity, RowSender).next(rows[entity] ?? [])]),
      ) as RowChangesByEntity;
    },
    readSentOutcome: async (levers) => {
      const sent = outcomes.next(await (await plan).readPackedOutcome(levers));
      return transfer(sent, [...buffersOfOutcome(sent)]);
    },
  };
}

/** The page's end. */
export function receivePlanReads(remote: RemoteReads): PlanReads {
  const outcomes = new OutcomeReceiver();
  const tasks = new RowReceiver<TaskGridRow>();
  const receivers = new Map<EntityName, RowReceiver<Row<EntityName>>>();
  return {
    readTaskGrid: async () => {
      const { head, rows } = await remote.readTaskGridChanges();
      return { ...head, rows: tasks.merge(rows) };
    },
    readRows: async (entities) => {
      const changes = await remote.readRowChanges(entities);
      return Object.fromEntries(
        Object.entries(changes).map(([entity, change]) => [
          entity,
          getOrMake(receivers, entity as EntityName, RowReceiver).merge(
            change as RowChanges<Row<EntityName>>,
          ),
        ]),
      ) as RowsByEntity;
    },
    readOutcome: async (levers) => outcomes.take(await remote.readSentOutcome(levers)),
  };
}

function getOrMake<K, V>(map: Map<K, V>, key: K, Made: new () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Made();
  map.set(key, made);
  return made;
}
