/**
 * The candidate that a misspelt `name` most likely means: the one with the
 * smallest Levenshtein distance, ignoring case; null when even that one
 * differs in more than a third of its letters (two letters are always
 * forgiven in names longer than two). Ties go to the earlier candidate.
 */
export function findNearestName(name: string, candidates: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  let nearest: string | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = measureEditDistance(wanted, candidate.toLowerCase());
    const length = Math.max(wanted.length, candidate.length);
    const forgiven = length <= 2 ? length - 1 : Math.max(2, Math.floor(length / 3));
    if (distance <= forgiven && distance < length && distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
function measureEditDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
