/** Who gets the seats that are added (or gives those that are cut). */
export const NEW_SEATS_RULES = ["citizens", "proportional"] as const;
export type NewSeatsRule = (typeof NEW_SEATS_RULES)[number];

export interface SeatSplit {
  readonly citizens: number;
  readonly officials: number;
}

/**
 * A committee of `seats` grown from (or cut to) another size: all new seats go
 * to citizens, or the proportion it had is kept (officials rounded to the
 * nearest seat, halves up). 25 + 5 grown to 50: 45 + 5, or 42 + 8. Never more
 * officials than seats; a start without seats has no proportion to keep.
 */
export function splitSeats(
  seats: number,
  start: { readonly seats: number; readonly officials: number },
  rule: NewSeatsRule,
): SeatSplit {
  const kept =
    rule === "proportional" && start.seats > 0
      ? Math.round((start.officials * seats) / start.seats)
      : start.officials;
  const officials = Math.min(kept, seats);
  return { citizens: seats - officials, officials };
}
