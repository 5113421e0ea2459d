import type { Result } from "../../core/result";
import { ok } from "../../core/result";
import { editablePercent } from "./format-ratio";
import { withMinusSign } from "./number-format";
import { type ParseNumberError, parsePercent } from "./parse-amount";

/** Reads a change in per cent with its sign: `-10`, `−10 %`, `△10`, `+5` are −.1, −.1, −.1 and .05. */
export function readSignedPercent(text: string): Result<number, ParseNumberError> {
  const normal = text.normalize("NFKC").trim();
  const [, sign = "", digits = ""] = /^([-−–△+]?)\s*(.*)$/s.exec(normal) ?? [];
  const parsed = parsePercent(digits);
  if (!parsed.ok) return parsed;
  return ok(sign === "" || sign === "+" || parsed.value === 0 ? parsed.value : -parsed.value);
}

/** What a box for such a change starts from: `−10`, `0`, `5`. */
export const editableSignedPercent = (ratio: number): string => withMinusSign(editablePercent(ratio));
