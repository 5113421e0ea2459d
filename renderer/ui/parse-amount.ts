import { MAX_AMOUNT_WON } from "../../core/plan/field";
import { err, ok, type Result } from "../../core/result";
import { type MoneyUnit, wonPerUnit } from "./money-unit";

export type ParseNumberError =
  | { readonly type: "empty" }
  | { readonly type: "not-a-number"; readonly input: string }
  | { readonly type: "negative"; readonly input: string }
  | { readonly type: "too-large"; readonly input: string };

const LARGE_UNITS: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 };
const SMALL_UNITS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1_000 };
const ENGLISH_UNITS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const PLAIN = new RegExp(`^(?:${DIGITS})$`);
const ENGLISH = new RegExp(`^(${DIGITS})(k|thousand|mn|million|m|bn|billion)$`);
const KOREAN_PART = new RegExp(`(${DIGITS})([십백천])?([만억조])?`, "g");

/**
 * Reads an amount of money as people type or paste it, in whole won.
 *
 * A bare number is in `unit`, the unit of the grid (`1,200` under 백만원 is 12억).
 * A number that names its own unit is taken at its word: `1.2억`, `5천만원`,
 * `1억 2,000만`, `₩1,000`, `3.5 million`. Full-width digits are read as digits.
 * Refused, with the reason: nothing, letters, minus signs (also `△` and
 * brackets, as budget tables write them), amounts beyond 2^53 − 1.
 */
export function parseAmount(input: string, unit: MoneyUnit): Result<number, ParseNumberError> {
  const text = input.normalize("NFKC").trim().toLowerCase();
  if (text === "") return err({ type: "empty" });
  if (isNegative(text)) return err({ type: "negative", input: input.trim() });
  const isWon = /^[₩\\]|원$|krw/.test(text);
  const compact = text.replace(/[₩\\\s]|krw|원$/g, "");
  const amountWon = PLAIN.test(compact)
    ? toNumber(compact) * (isWon ? 1 : wonPerUnit[unit])
    : (readEnglish(compact) ?? readKorean(compact));
  if (amountWon === undefined) return err({ type: "not-a-number", input: input.trim() });
  const whole = Math.round(amountWon);
  return whole > MAX_AMOUNT_WON ? err({ type: "too-large", input: input.trim() }) : ok(whole);
}

/** Reads `12 %`, `12` or `12.5%` as a ratio (0.12, 0.12, 0.125). The range is the field's business. */
export function parsePercent(input: string): Result<number, ParseNumberError> {
  const parsed = parsePlainNumber(
    input
      .normalize("NFKC")
      .trim()
      .replace(/\s*(?:%p?|퍼센트)$/, ""),
  );
  return parsed.ok ? ok(Number((parsed.value / 100).toPrecision(14))) : parsed;
}

/** Reads a plain number with thousands separators (`1,200`, `62.5`); never a unit. */
export function parsePlainNumber(input: string): Result<number, ParseNumberError> {
  const text = input.normalize("NFKC").trim();
  if (text === "") return err({ type: "empty" });
  if (isNegative(text)) return err({ type: "negative", input: text });
  const compact = text.replace(/\s/g, "");
  return PLAIN.test(compact) ? ok(toNumber(compact)) : err({ type: "not-a-number", input: text });
}

const isNegative = (text: string) =>
  /^(?:[-−–△▲]\s*[₩\\]?\s*[\d.]|[₩\\]\s*[-−]|\([₩\\]?[\d.,]+\)$)/.test(text);

const toNumber = (digits: string) => Number(digits.replaceAll(",", ""));

function readEnglish(text: string): number | undefined {
  const [, digits, word] = ENGLISH.exec(text) ?? [];
  const factor = word === undefined ? undefined : ENGLISH_UNITS[word];
  return digits === undefined || factor === undefined ? undefined : toNumber(digits) * factor;
}

/** Sums parts such as `1억`, `2,000만`, `5천만`, which must come in falling order and fill the whole text. */
function readKorean(text: string): number | undefined {
  let total = 0;
  let end = 0;
  let previousFactor = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(KOREAN_PART)) {
    const [part, digits, small, large] = match;
    if (match.index !== end || digits === undefined) return undefined;
    const factor = (small ? (SMALL_UNITS[small] ?? 1) : 1) * (large ? (LARGE_UNITS[large] ?? 1) : 1);
    if (factor >= previousFactor) return undefined;
    previousFactor = factor;
    total += toNumber(digits) * factor;
    end = match.index + part.length;
  }
  return end === text.length ? total : undefined;
}
