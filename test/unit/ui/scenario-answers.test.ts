import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { readTaskGrid } from "../../../renderer/engine/read-task-grid";
import {
  describeFoundCouncil,
  describePushedOut,
} from "../../../renderer/features/scenarios/describe-found-council";
import { describeLimits, describeReason } from "../../../renderer/features/scenarios/describe-limit";
import { limitingRow, listYearRows } from "../../../renderer/features/scenarios/list-year-rows";
import { makeRowNames } from "../../../renderer/features/scenarios/row-names";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { makePlan } from "../support/make-plan";

const { tables } = makePlan("district-governance").document;
const compiled = compilePlan(tables, 1);
const evaluate = (levers: LeverValues) => evaluateScenario(compiled, levers);
const names = makeRowNames(readTaskGrid(tables), {
  committees: tables.ordered("committee"),
  resources: tables.ordered("resource"),
  residentGroups: tables.ordered("residentGroup"),
});
const tellIn = (language: "en" | "ko") => ({ names, t: i18next.getFixedT(language), language });
const base = evaluate({});
const asked = { groupShareRatio: 0.05, confidenceRatio: 0.9 };

beforeAll(() => setUpI18n("en", ["ko"]));

describe("a resource that runs short", () => {
  it("is counted in its own unit, in both languages", () => {
    const outcome = evaluate({ "committee.COUNCIL.seats": 50 });
    const late = outcome.tasks.find(({ taskId }) => names.taskCode(taskId) === "D04")?.reason ?? null;
    if (late === null) throw new Error("D04 lacks nothing");
    const limitIn = (language: "en" | "ko") =>
      describeLimits(outcome, tellIn(language)).map(({ rest }) => rest);
    expect(describeReason(late, tellIn("en"))).toMatch(/2027: 0\.\d posts short$/);
    expect(describeReason(late, tellIn("ko"))).toMatch(/ 0\.\d명\(FTE\) 부족$/);
    expect(limitIn("en").join()).toMatch(/D04 .+ lacks 0\.\d posts;/);
    expect(limitIn("ko").join()).toMatch(/D04 .+ 과제에 0\.\d명\(FTE\)이 모자라며/);
  });
});

describe("the smallest council in words", () => {
  const groupId = tables.all("residentGroup").find(({ code }) => code === "MULTICULTURAL")?.id ?? "";
  const found = {
    ...asked,
    answer: {
      ok: true,
      value: {
        seats: 45,
        decidingGroupId: groupId,
        decidingGroupRatio: 0.05,
        presenceSeatedRatio: 1 - 0.95 ** 45,
      },
    },
  } as const;

  it("says how large, for whom and how surely", () => {
    expect(describeFoundCouncil(found, tellIn("en"))).toBe(
      "45 seats: the smallest council in which every group of 5 % or more has a seat with 90 %. Multicultural families decides, with 90.1 % by lot; a reserved seat is certain.",
    );
    expect(describeFoundCouncil(found, tellIn("ko"))).toMatch(/^45명: .*5%.*90%.*90\.1%/);
  });

  it("speaks of a group of that share where the plan names none", () => {
    const { value } = found.answer;
    const answer = { ok: true, value: { ...value, decidingGroupId: null } } as const;
    expect(describeFoundCouncil({ ...asked, answer }, tellIn("en"))).toContain("A group of 5 % decides");
  });

  it("says how far the largest council gets where none is large enough", () => {
    const error = { type: "larger-than-possible", maximumSeats: 200, presenceSeatedRatio: 0.866 } as const;
    expect(describeFoundCouncil({ ...asked, answer: { ok: false, error } }, tellIn("en"))).toMatch(
      /^Not even 200 seats .* reaches 86\.6 %\. Reserve a seat for it\.$/,
    );
  });

  it("names the tasks that it pushes out, how and why, or that there are none", () => {
    const grown = evaluate({ "committee.COUNCIL.seats": 50, "decentralised.share": 0.1 });
    const sentence = describePushedOut(base, grown, tellIn("en"));
    expect(sentence).toContain("D04 Evaluation and shared digital platform 1 year later (Secretariat staff");
    expect(sentence).toContain("D09 Projects that reach minority groups only 63 % funded");
    expect(sentence).toContain("D15 Village enterprises matched by national money dropped");
    expect(describePushedOut(base, grown, tellIn("ko"))).toContain("1년 순연");
    expect(describePushedOut(base, base, tellIn("en"))).toBe("At this size no task slips.");
  });
});

describe("the table of years", () => {
  const rowOf = (levers: LeverValues, name: string) =>
    listYearRows(base, evaluate(levers)).find((row) => row.name === name);

  it("holds seats, what residents decide on, what each limit allows, what is carried out and left", () => {
    expect(listYearRows(base, base).map(({ name }) => name)).toEqual([
      ...["seats", "decided", "byMoney", "byStaff", "byDeliberation", "byAbsorption", "projects", "unspent"],
    ]);
  });

  it("puts a size that comes with its ordinance beside the base", () => {
    const late = { "committee.COUNCIL.seats": 50, "committee.COUNCIL.effective": 2029 };
    expect(rowOf(late, "seats")).toMatchObject({
      values: [30, 30, 50, 50, 50],
      baseValues: [30, 30, 30, 30, 30],
    });
  });

  it("shows ceilings only where they differ from the base", () => {
    const source = compiled.sources.find(({ code }) => code === "INNOVATION");
    expect(rowOf({ "evaluation.grade.2027": "B" }, "ceiling")).toMatchObject({
      subjectId: source?.id,
      values: [1100, 957, 1100, 1100, 1100].map((million) => million * 1_000_000),
    });
  });

  it("knows the row of every limit", () => {
    expect((["money", "staff", "deliberation", "absorption", "none"] as const).map(limitingRow)).toEqual([
      ...["byMoney", "byStaff", "byDeliberation", "byAbsorption", null],
    ]);
  });
});
