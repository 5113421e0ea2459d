import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluatePacked, evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { unpackOutcome } from "../../../core/scenario/packed-outcome";
import { buffersOfOutcome, OutcomeReceiver, OutcomeSender } from "../../../renderer/engine/outcome-transfer";
import { makePlan } from "../support/make-plan";

const compiled = compilePlan(makePlan("district-governance").document.tables, 1);
const SHORT = { "decentralised.share": 0.3, "committee.COUNCIL.seats": 60 };

describe("an outcome between two threads", () => {
  it.each([
    ["of the plan itself", {}],
    ["of a scenario in which money is short", SHORT],
  ])("arrives as it was sent: %s", (_name, levers) => {
    const outcome = evaluateScenario(compiled, levers);
    const sent = new OutcomeSender().next(evaluatePacked(compiled, levers));
    const transfer = buffersOfOutcome(sent).filter((buffer) => buffer instanceof ArrayBuffer);
    const arrived = new OutcomeReceiver().take(structuredClone(sent, { transfer }));
    expect(outcome.tasks.length).toBeGreaterThan(10);
    expect({ ...arrived }).toEqual({ ...outcome });
    // Handed over, not copied.
    expect(transfer.every(({ byteLength }) => byteLength === 0)).toBe(true);
  });

  it("takes the ids of the tasks along once", () => {
    const [sender, receiver] = [new OutcomeSender(), new OutcomeReceiver()];
    const first = sender.next(evaluatePacked(compiled, {}));
    const second = sender.next(evaluatePacked(compiled, SHORT));
    expect(second.packedTasks.taskIds).toBeNull();
    receiver.take(first);
    expect(receiver.take(second).tasks).toEqual(evaluateScenario(compiled, SHORT).tasks);
  });

  it("takes them along again when there are other tasks", () => {
    const sender = new OutcomeSender();
    sender.next(evaluatePacked(compiled, {}));
    const other = compilePlan(makePlan("seoul-civil-democracy").document.tables, 1);
    expect(sender.next(evaluatePacked(other, {})).packedTasks.taskIds).toEqual(
      other.tasks.map(({ id }) => id),
    );
  });

  it("keeps the tasks that say the same as the same objects, under each scenario's own levers", () => {
    const plan = makePlan("seoul-civil-democracy");
    const [sender, receiver] = [new OutcomeSender(), new OutcomeReceiver()];
    const read = (levers: LeverValues) => {
      const now = compilePlan(plan.document.tables, 1);
      const outcome = receiver.take(structuredClone(sender.next(evaluatePacked(now, levers))));
      expect({ ...outcome }).toEqual({ ...evaluateScenario(now, levers) });
      return outcome.tasks;
    };
    const before = [read({}), read(SHORT)];
    const line = plan.document.tables.all("budgetLine")[0];
    if (line === undefined) throw new Error("the template has no amounts");
    const cells = { likelyWon: line.likelyWon - 1_000, lowWon: 0 };
    plan.execute({ type: "set-cells", edits: [{ entity: "budgetLine", rowId: line.id, cells }] });
    for (const [index, tasks] of [read({}), read(SHORT)].entries()) {
      const changed = tasks.filter((task, place) => task !== before[index]?.[place]);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThan(tasks.length);
    }
  });

  it("is taken apart once", () => {
    const arrived = unpackOutcome(evaluatePacked(compiled, {}));
    expect(arrived.tasks).toBe(arrived.tasks);
  });
});
