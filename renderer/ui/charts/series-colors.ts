/** Series 2 and 3 are kept for committees and residents, who have them on every screen. */
const AREA_SERIES = [1, 4, 5, 6] as const;

/** How many areas can be told apart by colour. */
export const AREA_COLOR_COUNT = AREA_SERIES.length;

/** CSS colours of money by whom it is for, the same in every chart. */
export const moneyColors = { committees: "var(--series-2)", residents: "var(--series-3)" } as const;

/** The CSS colour of an area by its place in the plan, from 0; from the fifth area on they come again. */
export const areaColor = (index: number): string =>
  `var(--series-${AREA_SERIES[index % AREA_COLOR_COUNT] ?? 1})`;
