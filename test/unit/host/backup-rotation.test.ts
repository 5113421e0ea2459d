import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseBackupsToDelete, type RotatedBackup } from "../../../renderer/host/backup-rotation";

const dayOf = (instant: string) => instant.slice(0, 10);
const today = "2026-03-10";
const backup = (createdAt: string): RotatedBackup => ({ backupId: createdAt, createdAt });
const kept = (backups: RotatedBackup[]) => {
  const deleted = new Set(chooseBackupsToDelete(backups, today, dayOf));
  return backups.filter((entry) => !deleted.has(entry.backupId)).map((entry) => entry.createdAt);
};

describe("which backups make room", () => {
  it("the three newest of today stay", () => {
    const times = ["T09:00", "T09:15", "T09:30", "T09:45", "T10:00"].map((time) => backup(today + time));
    expect(kept(times)).toEqual([`${today}T09:30`, `${today}T09:45`, `${today}T10:00`]);
  });

  it("the newest of each earlier day stays", () => {
    const times = ["2026-03-08T08:00", "2026-03-08T17:00", "2026-03-09T12:00"].map(backup);
    expect(kept(times)).toEqual(["2026-03-08T17:00", "2026-03-09T12:00"]);
  });

  it("ten stay in all, the oldest go first", () => {
    const days = Array.from({ length: 15 }, (_, day) =>
      backup(`2026-02-${String(day + 10).padStart(2, "0")}T12:00`),
    );
    expect(kept(days)).toEqual(days.slice(5).map((entry) => entry.createdAt));
  });

  it("those of a clock that was ahead count as today's", () => {
    const times = ["2027-01-01T10:00", "2027-01-01T11:00", "2027-01-01T12:00"].map(backup);
    expect(kept(times)).toHaveLength(3);
  });

  it("the newest always stays, and never more than ten", () => {
    const instant = fc
      .date({ min: new Date("2026-01-01"), max: new Date("2026-03-10T23:59:59Z"), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.uniqueArray(instant, { minLength: 1, maxLength: 60 }), (instants) => {
        const left = kept(instants.map(backup));
        expect(left.length).toBeLessThanOrEqual(10);
        expect(left).toContain([...instants].sort().at(-1));
      }),
    );
  });
});

it("the one that is being restored stays, in the place of another of its day", () => {
  const times = ["T09:00", "T09:15", "T09:30", "T09:45"].map((time) => backup(today + time));
  const deleted = chooseBackupsToDelete(times, today, dayOf, `${today}T09:00`);
  expect(deleted).toEqual([`${today}T09:15`]);
});
