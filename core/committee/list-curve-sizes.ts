const SMALLEST = 10;
const LARGEST = 200;
const FINE_UP_TO = 60;
const POINTS_ABOVE = 24;

/**
 * The sizes over which curves are drawn: n = 10…200, every second size up to
 * 60 and coarser above, wider where a size of interest lies outside. All even:
 * the majority of an odd size is a smaller part of it, so a curve over both
 * would be a saw.
 */
export function listCurveSizes(marked: readonly number[]): readonly number[] {
  const known = marked.filter((seats) => seats > 0);
  const first = Math.max(2, evenBelow(Math.min(SMALLEST, ...known)));
  const last = Math.max(LARGEST, ...known.map((seats) => Math.ceil(seats / 50) * 50));
  const coarseStep = Math.max(2, evenBelow((last - FINE_UP_TO) / POINTS_ABOVE + 1));
  const sizes: number[] = [];
  for (let seats = first; seats < last; seats += seats < FINE_UP_TO ? 2 : coarseStep) sizes.push(seats);
  return [...sizes, last];
}

const evenBelow = (value: number) => Math.floor(value / 2) * 2;
