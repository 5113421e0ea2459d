/** Runs work when what is being drawn now is on the screen. */
export function afterPaint(work: () => void): void {
  // A frame callback comes before its frame is painted, a timer set in it after.
  requestAnimationFrame(() => setTimeout(work));
}
