/**
 * A name that people wrote, cut to what fits where nothing can be cut at the end
 * of the line, since a mark or an amount stands behind it. Wide letters, as those
 * of Korean, count for two.
 *
 * @param width in narrow letters, at least 1
 */
export function shortenText(text: string, width: number): string {
  let used = 0;
  const letters = [...text];
  const end = letters.findIndex((letter) => {
    used += letter >= FIRST_WIDE_LETTER ? 2 : 1;
    return used > width;
  });
  return end < 0 ? text : `${letters.slice(0, end).join("").trimEnd()}…`;
}

const FIRST_WIDE_LETTER = "\u1100";
