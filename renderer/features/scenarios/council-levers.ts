import type { Lever } from "../../../core/scenario/lever";

/** The levers of the first council, by name, and the beginning of their paths. */
export interface CouncilLevers {
  readonly prefix: string;
  readonly seats: Lever;
  readonly newSeatsTo: Lever | undefined;
  readonly officials: Lever | undefined;
  readonly attendance: Lever | undefined;
}

export function findCouncilLevers(levers: readonly Lever[]): CouncilLevers | null {
  const seats = levers.find((lever) => lever.group === "committee" && lever.name === "seats");
  if (seats === undefined) return null;
  const prefix = seats.path.slice(0, -".seats".length);
  const find = (name: string) => levers.find((lever) => lever.path === `${prefix}.${name}`);
  return {
    prefix,
    seats,
    newSeatsTo: find("newSeatsTo"),
    officials: find("officials"),
    attendance: find("attendance"),
  };
}

export interface SeatSplit {
  readonly citizens: number;
  readonly officials: number;
}

/**
 * How a council of `seats` would be made up: new seats go to citizens, or the
 * planned proportion is kept (officials rounded to the nearest seat, halves
 * up), as core/scenario/apply-levers does. 25 + 5 grown to 50: 45 + 5, 42 + 8.
 */
export function splitSeats(
  seats: number,
  planned: { readonly seats: number; readonly officials: number },
  newSeatsTo: "citizens" | "proportional",
): SeatSplit {
  const implied =
    newSeatsTo === "proportional" && planned.seats > 0
      ? Math.round((planned.officials * seats) / planned.seats)
      : planned.officials;
  const officials = Math.min(implied, seats);
  return { citizens: seats - officials, officials };
}
