import type { Row } from "../plan/entities";

/** What a committee lacks to do its work; each names the committee that it is about. */
export type CommitteeGap =
  | { readonly type: "no-seats"; readonly committeeId: string }
  /** Nobody pays: its cost is in no ceiling. */
  | { readonly type: "no-source"; readonly committeeId: string }
  /** A change of size that no ordinance is named for. */
  | {
      readonly type: "size-without-ordinance";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
    }
  /** A later size with more officials than seats: models seat the officials and nobody else. */
  | {
      readonly type: "officials-above-seats";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
      readonly officials: number;
    };

export interface CommitteeRows {
  readonly committee: readonly Row<"committee">[];
  readonly committeeSize: readonly Row<"committeeSize">[];
  readonly legalBasis: readonly Row<"legalBasis">[];
  readonly source: readonly Row<"source">[];
}

/**
 * What the committees of a plan lack, committee by committee in their order.
 * Sizes before their ordinance and too many reserved seats are found by
 * core/plan/find-plan-problems.
 */
export const findCommitteeGaps = (rows: CommitteeRows): readonly CommitteeGap[] =>
  rows.committee.flatMap(({ id: committeeId, seats, sourceId }): CommitteeGap[] => [
    ...(seats === 0 ? [{ type: "no-seats", committeeId } as const] : []),
    ...(rows.source.some(({ id }) => id === sourceId) ? [] : [{ type: "no-source", committeeId } as const]),
    ...findSizeGaps(committeeId, rows),
  ]);

function findSizeGaps(committeeId: string, { committeeSize, legalBasis }: CommitteeRows): CommitteeGap[] {
  return committeeSize
    .filter((size) => size.committeeId === committeeId)
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year, seats, officials, legalBasisId }): CommitteeGap[] => [
      ...(legalBasis.some(({ id }) => id === legalBasisId)
        ? []
        : [{ type: "size-without-ordinance", committeeId, year, seats } as const]),
      ...(officials > seats
        ? [{ type: "officials-above-seats", committeeId, year, seats, officials } as const]
        : []),
    ]);
}
