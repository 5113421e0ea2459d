import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { isEntityName, PLAN_ROW_ID } from "../../../core/plan/entities";
import { initialRow, PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { joinDecentralisedPlan } from "../../../renderer/features/decentralised/decentralised-plan";
import { describeNotices } from "../../../renderer/features/decentralised/describe-notices";
import { listRatioTicks, snapShare } from "../../../renderer/features/decentralised/share-axis";
import { joinUnits } from "../../../renderer/features/decentralised/unit-columns";
import { nextUnitCode } from "../../../renderer/features/decentralised/unit-commands";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { indexEvidence } from "../../../renderer/session/evidence";

beforeAll(() => setUpI18n("en", ["ko"]));

/** Tables that hold these rows. */
function makeTables(rows: Readonly<Record<string, readonly { readonly id: string }[]>>): PlanTables {
  const tables = new PlanTables();
  for (const [entity, entries] of Object.entries(rows))
    for (const { id, ...cells } of entries) if (isEntityName(entity)) tables.setCells(entity, id, cells);
  return tables;
}

const unit = (code: string) => ({ ...initialRow("unit", code), code, title: code });

describe("the axis of the share path", () => {
  test("leaves room above the highest share to drag into, and never passes 100 %", () => {
    expect(listRatioTicks(0.02)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
    expect(listRatioTicks(0.1).at(-1)).toBeGreaterThan(0.1);
    expect(listRatioTicks(1).at(-1)).toBe(1);
    expect(listRatioTicks(0)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
  });

  test("a pointer sets whole tenths of a per cent inside the axis", () => {
    expect(snapShare(0.02345, 0.04)).toBe(0.023);
    expect(snapShare(-0.01, 0.04)).toBe(0);
    expect(snapShare(0.07, 0.04)).toBe(0.04);
  });
});

describe("codes of new units", () => {
  test("go on from the highest, with as many digits", () => {
    expect(nextUnitCode([unit("DONG-09"), unit("DONG-17"), unit("CITY")])).toBe("DONG-18");
    expect(nextUnitCode([])).toBe("UNIT-01");
    expect(nextUnitCode([unit("DONG-99")])).toBe("DONG-100");
  });
});

describe("a plan with bad figures", () => {
  const rows = {
    plan: [
      {
        ...initialRow("plan", PLAN_ROW_ID),
        firstYear: 2027,
        lastYear: 2028,
        weightEqualRatio: 0.4,
        weightPeopleRatio: 0.5,
        weightNeedRatio: 0.3,
        weightRevenueRatio: 0.2,
        residentProjectWon: 0,
      },
    ],
    unit: [
      { ...unit("A"), population: 0, floorWon: 900_000_000 },
      { ...unit("B"), population: 1_000, floorWon: 900_000_000 },
    ],
    decentralisedShare: [{ ...initialRow("decentralisedShare", "2027"), shareRatio: 0.1 }],
    budgetTotal: [],
    source: [{ ...initialRow("source", "S"), isEligibleForShare: true }],
    ceiling: [{ ...initialRow("ceiling", "S/2027"), ceilingWon: 1_000_000_001 }],
    resource: [{ ...initialRow("resource", "R"), code: "STAFF" }],
    resourceCapacity: [{ ...initialRow("resourceCapacity", "R/2027"), capacity: 0 }],
  };
  const outcome = evaluateScenario(compilePlan(makeTables(rows), 1), {});
  const plan = joinDecentralisedPlan(rows, indexEvidence([]));

  test("says in words what was adjusted", () => {
    const notices = describeNotices(outcome, { plan, t: i18next.t, language: "en" });
    expect(notices).toHaveLength(4);
    expect(notices.join("\n")).toMatch(/weights sum to 140 %.*scaled to 100 %/);
    expect(notices.join("\n")).toMatch(/“Little own revenue” cannot be applied/);
    expect(notices.join("\n")).toMatch(/floors \(₩1,800,000,000\) are more than the pool/);
    expect(notices.join("\n")).toMatch(/A has no people/);
  });

  test("still allocates the pool to the won and shows no amount per head without people", () => {
    const units = joinUnits(plan.unit, { base: outcome, scenario: outcome }, 0);
    expect(units.map(({ scenario }) => scenario?.allocatedWon)).toEqual([50_000_000, 50_000_000]);
    expect(units.map(({ scenario }) => scenario?.perHeadWon)).toEqual([null, 50_000]);
  });

  test("says that nothing is divided without units, and why a pool is empty", () => {
    const noUnits = { ...plan, unit: [] };
    const empty = evaluateScenario(compilePlan(makeTables({ ...rows, unit: [], ceiling: [] }), 1), {});
    const notices = describeNotices(empty, { plan: noUnits, t: i18next.t, language: "en" }).join("\n");
    expect(notices).toMatch(/No units yet/);
    expect(notices).toMatch(/the pool is empty/);
  });
});
