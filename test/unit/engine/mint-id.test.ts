import { describe, expect, it } from "vitest";
import { isUuid } from "../../../core/planfile/uuid-bytes";
import { mintId, mintUuidV7 } from "../../../renderer/engine/mint-id";

describe("mintUuidV7", () => {
  it("writes the example of RFC 9562, appendix A.6", () => {
    const random = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(mintUuidV7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("sorts by the time at which ids were made", () => {
    const random = new Uint8Array(10).fill(255);
    const ids = [1, 255, 256, 1_780_000_000_000].map((nowMs) => mintUuidV7(nowMs, random));
    expect([...ids].sort()).toEqual(ids);
  });

  it("refuses too little randomness", () => {
    expect(() => mintUuidV7(0, new Uint8Array(9))).toThrow("10 random bytes");
  });
});

describe("mintId", () => {
  it("makes ids that a plan file accepts, each one once", () => {
    const ids = Array.from({ length: 1000 }, mintId);
    expect(ids.every(isUuid)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });
});
