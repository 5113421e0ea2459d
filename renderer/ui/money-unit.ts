/** Units in which grids show money: 천원, 백만원, 억원. */
export const moneyUnits = ["thousand", "million", "hundredMillion"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export const wonPerUnit: Readonly<Record<MoneyUnit, number>> = {
  thousand: 1_000,
  million: 1_000_000,
  hundredMillion: 100_000_000,
};

/** Decimals shown in a grid cell; the cell itself keeps every won. */
export const shownFractionDigits: Readonly<Record<MoneyUnit, number>> = {
  thousand: 0,
  million: 0,
  hundredMillion: 1,
};
