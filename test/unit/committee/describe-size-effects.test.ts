import { describe, expect, test } from "vitest";
import {
  type CommitteeWork,
  describeComposition,
  describeDrawnPresence,
  describeSizeEffects,
  describeSpeakingTime,
} from "../../../core/committee/describe-size-effects";
import { listCurveSizes } from "../../../core/committee/list-curve-sizes";
import { splitSeats } from "../../../core/committee/split-seats";

const work: CommitteeWork = {
  subcommittees: 5,
  plenariesPerYear: 6,
  subcommitteeRoundsPerYear: 10,
  allowanceWon: 100_000,
  officialHours: 2,
  officialHourlyWageWon: 35_000,
  fixedCostWon: 500_000,
  fixedCostSubcommitteeWon: 100_000,
  citizenAttendanceRatio: 0.55,
  officialAttendanceRatio: 0.9,
};
const start = { seats: 30, officials: 5 };

describe("splitSeats", () => {
  test("25 + 5 grown to 50 is 45 + 5 or 42 + 8", () => {
    expect(splitSeats(50, start, "citizens")).toEqual({ citizens: 45, officials: 5 });
    expect(splitSeats(50, start, "proportional")).toEqual({ citizens: 42, officials: 8 });
  });

  test("never seats more officials than there are seats, and needs no proportion to start from", () => {
    expect(splitSeats(3, start, "citizens")).toEqual({ citizens: 0, officials: 3 });
    expect(splitSeats(10, { seats: 0, officials: 0 }, "proportional")).toEqual({
      citizens: 10,
      officials: 0,
    });
  });
});

describe("describeSizeEffects", () => {
  test("gives the worked values of models A5, A7 and A9 for 30 and for both ways to 50", () => {
    const [thirty, fifty] = describeSizeEffects([30, 50], start, work);
    expect(thirty?.byRule.citizens).toEqual(thirty?.byRule.proportional);
    expect(thirty?.byRule.citizens.quorumRatio).toBeCloseTo(0.857071, 6);
    expect(thirty?.byRule.citizens.pivotalRatio).toBeCloseTo(0.757877, 6);
    expect(thirty?.byRule.citizens.banzhaf).toBeCloseTo(0.67306, 6);
    expect(fifty?.byRule.citizens.quorumRatio).toBeCloseTo(0.864546, 6);
    expect(fifty?.byRule.citizens.pivotalRatio).toBeCloseTo(0.623022, 6);
    expect(fifty?.byRule.citizens.shapley).toBeCloseTo(0.108696, 6);
    expect(fifty?.byRule.proportional.quorumRatio).toBeCloseTo(0.924384, 6);
    expect(fifty?.byRule.proportional.pivotalRatio).toBeCloseTo(0.855881, 6);
    expect(fifty?.byRule.proportional.shapley).toBeCloseTo(0.186047, 6);
  });

  test("costs half of the two-year example of models A7 in a year", () => {
    const { costWonPerYear } = describeComposition(
      { citizens: 25, officials: 5 },
      { ...work, citizenAttendanceRatio: 0.6 },
    );
    expect(costWonPerYear).toBe(37_040_000);
  });

  test("a committee without seats has no power and no quorum, and only its fixed costs", () => {
    expect(describeComposition({ citizens: 0, officials: 0 }, work)).toEqual({
      citizens: 0,
      officials: 0,
      quorum: 0,
      quorumRatio: 0,
      pivotalRatio: 0,
      banzhaf: 0,
      shapley: 0,
      costWonPerYear: 8_000_000,
    });
  });

  test("computes all curves of a composition within 50 ms of processor time", () => {
    const sizes = listCurveSizes([30, 50]);
    const spentMs = [31, 32, 33].map((seats) => {
      const before = process.cpuUsage();
      describeSizeEffects(sizes, { seats, officials: 6 }, work);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...spentMs)).toBeLessThan(50);
  });
});

describe("presence and talking time", () => {
  test("a group of 5 % is seated and at the meeting as in models A1", () => {
    const [thirty, fifty] = describeDrawnPresence([30, 50], 0.05, 0.55);
    expect(thirty?.seatedRatio).toBeCloseTo(0.785361, 6);
    expect(thirty?.atMeetingRatio).toBeCloseTo(0.5668, 6);
    expect(fifty?.atMeetingRatio).toBeCloseTo(0.751984, 6);
  });

  test("120 minutes less 30 are 3 minutes a seat, 5 a member at attendance .6 (models A6)", () => {
    const attendance = { citizenAttendanceRatio: 0.6, officialAttendanceRatio: 0.6 };
    const time = describeSpeakingTime({ citizens: 25, officials: 5 }, attendance, 120, 30);
    expect(time.perSeatMinutes).toBeCloseTo(3, 12);
    expect(time.perMemberPresentMinutes).toBeCloseTo(5, 12);
  });

  test("nobody seated or nobody coming leaves no minutes to share", () => {
    const nobody = { citizenAttendanceRatio: 0, officialAttendanceRatio: 0 };
    expect(describeSpeakingTime({ citizens: 5, officials: 0 }, nobody, 120, 30)).toEqual({
      perSeatMinutes: 18,
      perMemberPresentMinutes: null,
    });
    expect(describeSpeakingTime({ citizens: 0, officials: 0 }, work, 120, 30)).toEqual({
      perSeatMinutes: null,
      perMemberPresentMinutes: null,
    });
  });
});

describe("listCurveSizes", () => {
  test("runs over even sizes from 10 to 200", () => {
    const sizes = listCurveSizes([30, 50]);
    expect(sizes[0]).toBe(10);
    expect(sizes.at(-1)).toBe(200);
    expect(sizes.every((seats) => seats % 2 === 0)).toBe(true);
    expect(sizes).toContain(30);
    expect(sizes).toContain(50);
    expect(sizes.length).toBeLessThan(70);
  });

  test("reaches sizes of interest beyond both ends", () => {
    expect(listCurveSizes([6])[0]).toBe(6);
    const large = listCurveSizes([657]);
    expect(large.at(-1)).toBe(700);
    expect(large.length).toBeLessThan(80);
  });

  test("a committee without seats changes nothing", () => {
    expect(listCurveSizes([0])).toEqual(listCurveSizes([]));
  });
});
