/** What decides when a task's turn comes. */
export interface FundingClaim {
  readonly code: string;
  readonly id: string;
  readonly isLegallyRequired: boolean;
  readonly isRunning: boolean;
  readonly priorityScore: number;
  /** Indices of tasks that must be funded first; free of circles. */
  readonly predecessors: readonly number[];
}

/**
 * The order in which tasks get money: tasks required by law, then running ones,
 * then by priority score (higher first); equal tasks by code, then id. A
 * predecessor inherits the rank of its best successor and always comes first.
 * The order of the input changes nothing. O(n log n + dependencies).
 */
export function orderForFunding(claims: readonly FundingClaim[]): Int32Array {
  const rank = inheritRanks(claims);
  const sorted = claims.map((_, index) => index).sort((a, b) => compareClaims(claims, rank, a, b));
  const order: number[] = [];
  const isPlaced = new Uint8Array(claims.length);
  const place = (index: number) => {
    if (isPlaced[index] === 1) return;
    isPlaced[index] = 1;
    const before = [...(claims[index]?.predecessors ?? [])].sort((a, b) => compareClaims(claims, rank, a, b));
    for (const predecessor of before) place(predecessor);
    order.push(index);
  };
  for (const index of sorted) place(index);
  return Int32Array.from(order);
}

const LEGAL_RANK = 1e9;
const RUNNING_RANK = 1e6;

const ownRank = (claim: FundingClaim) =>
  (claim.isLegallyRequired ? LEGAL_RANK : 0) + (claim.isRunning ? RUNNING_RANK : 0) + claim.priorityScore;

function inheritRanks(claims: readonly FundingClaim[]): Float64Array {
  const rank = Float64Array.from(claims, ownRank);
  const raise = (index: number, atLeast: number) => {
    for (const predecessor of claims[index]?.predecessors ?? []) {
      if ((rank[predecessor] ?? 0) >= atLeast) continue;
      rank[predecessor] = atLeast;
      raise(predecessor, atLeast);
    }
  };
  for (const [index, claim] of claims.entries()) raise(index, ownRank(claim));
  return rank;
}

function compareClaims(claims: readonly FundingClaim[], rank: Float64Array, a: number, b: number): number {
  const difference = (rank[b] ?? 0) - (rank[a] ?? 0);
  if (difference !== 0) return difference;
  const [first, second] = [claims[a], claims[b]];
  if (first === undefined || second === undefined) return a - b;
  if (first.code !== second.code) return first.code < second.code ? -1 : 1;
  return first.id < second.id ? -1 : 1;
}
