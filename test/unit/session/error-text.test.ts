import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../../../renderer/i18n/en.json";
import ko from "../../../renderer/i18n/ko.json";
import { describeFailure, errorKeys } from "../../../renderer/session/error-text";
import type { SessionFailure } from "../../../renderer/session/session-failure";

beforeAll(async () => {
  await i18next.init({
    lng: "en",
    resources: { en: { translation: en }, ko: { translation: ko } },
    interpolation: { escapeValue: false },
  });
});

const cases = Object.entries(errorKeys).flatMap(([group, keys]) =>
  Object.entries(keys).map(([type, key]) => ({ group, type, key })),
);

describe("every failure has a sentence", () => {
  it.each(cases)("$group/$type in both languages", ({ key }) => {
    for (const language of ["en", "ko"]) {
      const text = i18next.t(key, { lng: language, count: 2 });
      expect(text, language).not.toBe(key);
      expect(text.length, language).toBeGreaterThan(10);
    }
  });
});

describe("describeFailure", () => {
  const say = (failure: SessionFailure, language: "en" | "ko", subject = "") =>
    describeFailure(i18next.getFixedT(language), failure, subject);

  it("names file and figures", () => {
    const failure: SessionFailure = {
      group: "open",
      error: { type: "truncated", bytes: 4096, expectedBytes: 81920 },
    };
    expect(say(failure, "en", "plan.civplan")).toBe(
      "“plan.civplan” is cut off: 4,096 of 81,920 bytes are there. The file was not touched. Copy or download it again.",
    );
    expect(say(failure, "ko", "plan.civplan")).toContain("81,920바이트 중 4,096바이트");
  });

  it("says of a file that another program holds, and of what the system alone knows, what is safe and what to do", () => {
    const held: SessionFailure = { group: "save", error: { type: "in-use", name: "plan.civplan" } };
    expect(say(held, "en", "plan.civplan")).toBe(
      "Not saved: another program has “plan.civplan” in use. The earlier file is untouched and your changes are still here. Close what has it open (a viewer, a backup, a virus scan) and save again, or use Save as….",
    );
    expect(say(held, "ko", "plan.civplan")).toContain("이전 파일은 그대로");
    const broken: SessionFailure = { group: "open", error: { type: "failed", detail: "EIO" } };
    expect(say(broken, "en", "plan.civplan")).toContain("the system says: EIO. The file was not touched.");
    expect(say(broken, "ko", "plan.civplan")).toContain("시스템 메시지: EIO");
  });

  it("never shows a placeholder that was not filled in", () => {
    const failures: SessionFailure[] = [
      { group: "save", error: { type: "locked", holder: null } },
      { group: "save", error: { type: "too-large", limitBytes: 2 ** 28 } },
      { group: "open", error: { type: "too-large", bytes: 1, maximumBytes: 2 ** 28 } },
      { group: "open", error: { type: "took-too-long", limitMs: 20_000 } },
      { group: "open", error: { type: "too-many-ops", ops: 2_000_000, maximumOps: 1_000_000 } },
      { group: "undo", error: { type: "undo-superseded", cells: [] } },
      {
        group: "edit",
        error: {
          type: "not-a-choice",
          entity: "plan",
          rowId: "plan",
          field: "shareMode",
          choices: ["a"],
          input: "b",
        },
      },
      { group: "edit", error: { type: "end-before-start", rowId: "t", startYear: 2028, endYear: 2027 } },
      { group: "edit", error: { type: "seats-below-officials", rowId: "c", seats: 3, officials: 5 } },
      { group: "edit", error: { type: "engine-stopped", detail: "out of memory" } },
    ];
    for (const failure of failures)
      for (const language of ["en", "ko"] as const) {
        const text = say(failure, language);
        expect(text).not.toMatch(/\{\{|\}\}|NaN|undefined/);
      }
  });

  it("keeps a hostile file's words short", () => {
    const failure: SessionFailure = { group: "open", error: { type: "damaged", detail: "x".repeat(5000) } };
    expect(say(failure, "en", "plan.civplan").length).toBeLessThan(400);
  });
});
