import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { buffersOfOutcome, packOutcome, unpackOutcome } from "../../../renderer/engine/outcome-transfer";
import { makePlan } from "../support/make-plan";

const compiled = compilePlan(makePlan("district-governance").document.tables, 1);

describe("an outcome between two threads", () => {
  it.each([
    ["of the plan itself", {}],
    ["of a scenario in which money is short", { "decentralised.share": 0.3, "committee.COUNCIL.seats": 60 }],
  ])("arrives as it was sent: %s", (_name, levers) => {
    const outcome = evaluateScenario(compiled, levers);
    const packed = packOutcome(outcome);
    const transfer = buffersOfOutcome(packed).filter((buffer) => buffer instanceof ArrayBuffer);
    const arrived = unpackOutcome(structuredClone(packed, { transfer }));
    expect(outcome.tasks.length).toBeGreaterThan(10);
    expect({ ...arrived }).toEqual(outcome);
    // Handed over, not copied.
    expect(transfer.every(({ byteLength }) => byteLength === 0)).toBe(true);
  });

  it("is taken apart once", () => {
    const arrived = unpackOutcome(packOutcome(evaluateScenario(compiled, {})));
    expect(arrived.tasks).toBe(arrived.tasks);
  });
});
