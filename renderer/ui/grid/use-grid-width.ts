import { type RefObject, useLayoutEffect, useState } from "react";

/** The lines on both sides of a grid's frame (`wrapperBorder` of the theme). */
const FRAME_LINES = 2;

/**
 * The width inside the frame of a grid that fills this element, for columns that
 * share it; 0 while the element is not laid out, when the grid need not be drawn.
 * It is measured before the first painting: the grid itself tells its width some
 * frames after its rows are on the screen, and columns that move then take a cell
 * away from under the second click of a double click.
 */
export function useGridWidth(elementRef: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = elementRef.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(0, element.clientWidth - FRAME_LINES));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [elementRef]);
  return width;
}
