import { describe, expect, it } from "vitest";
import { chooseParticles } from "../../../renderer/i18n/choose-particles";

describe("Korean particles", () => {
  it.each([
    ["‘협치회의’을(를) 삭제했습니다.", "‘협치회의’를 삭제했습니다."],
    ["‘주민결정예산 비중’은(는) 8.0%입니다.", "‘주민결정예산 비중’은 8.0%입니다."],
    ["위원 정원 45이(가) 가장 작은 값입니다.", "위원 정원 45가 가장 작은 값입니다."],
    ["위원 정원 36이(가) 가장 작은 값입니다.", "위원 정원 36이 가장 작은 값입니다."],
    ["8%은(는) 범위를 벗어납니다.", "8%는 범위를 벗어납니다."],
    ["이름을 ‘박하늘’(으)로 표시", "이름을 ‘박하늘’로 표시"],
    ["이름을 ‘이준’(으)로 표시", "이름을 ‘이준’으로 표시"],
    ["서울(안)와(과) 부산", "서울(안)과 부산"],
  ])("follow the sound before them: %s", (text, chosen) => expect(chooseParticles(text)).toBe(chosen));

  it("stay open after a word whose sound is not written in it", () => {
    expect(chooseParticles("‘Council of 50 seats’을(를) 바탕으로")).toBe(
      "‘Council of 50 seats’을(를) 바탕으로",
    );
    expect(chooseParticles("‘’은(는) 숫자가 아닙니다.")).toBe("‘’은(는) 숫자가 아닙니다.");
  });

  it("leave other brackets and other languages alone", () => {
    for (const text of ["자원(인력)", "A plan (draft)", "예(아니오)", ""])
      expect(chooseParticles(text)).toBe(text);
  });
});
