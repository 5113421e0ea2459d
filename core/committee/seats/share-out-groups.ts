import { computeGallagherIndex } from "../disproportionality/gallagher-index";
import { allocateSeats, SEAT_METHODS, type SeatMethod } from "./allocate-seats";

/** Seats of groups by one method. */
export interface MethodSeats {
  readonly method: SeatMethod;
  /** In the order of the groups. */
  readonly seats: readonly number[];
  /** Seats of everybody who is in none of the groups. */
  readonly othersSeats: number;
  /** Gallagher's index in percent (models A3), groups and others together. */
  readonly disproportionality: number;
}

export interface GroupSeatShares {
  /** The part of the population that is in none of the groups; 0 where the groups overlap or cover everybody. */
  readonly othersRatio: number;
  /** Whether the shares add up to more than the population, so that people must be in several groups. */
  readonly isOverlapping: boolean;
  /** Hamilton, Webster, D'Hondt; empty without seats or without any share. */
  readonly methods: readonly MethodSeats[];
}

const TOLERANCE = 1e-9;

/**
 * What quotas would give each group of a population (models A2): the seats are
 * shared out among the groups and everybody else. Groups that overlap are
 * scaled to each other and leave nothing for others.
 *
 * `shares` are ratios 0…1 of the population; `seats` a whole number.
 */
export function shareOutGroups(shares: readonly number[], seats: number): GroupSeatShares {
  const sum = shares.reduce((total, share) => total + share, 0);
  const othersRatio = Math.max(0, 1 - sum);
  const isOverlapping = sum > 1 + TOLERANCE;
  if (seats < 1 || sum === 0) return { othersRatio, isOverlapping, methods: [] };
  const all = [...shares, othersRatio];
  const methods = SEAT_METHODS.map((method): MethodSeats => {
    const allocated = allocateSeats(method, all, seats);
    return {
      method,
      seats: allocated.slice(0, shares.length),
      othersSeats: allocated[shares.length] ?? 0,
      disproportionality: computeGallagherIndex(all, allocated),
    };
  });
  return { othersRatio, isOverlapping, methods };
}
