import { type MouseEvent, type RefObject, useLayoutEffect, useRef } from "react";

interface SelectOnFocus {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly onInput: () => void;
  readonly onMouseDown: (event: MouseEvent<HTMLInputElement>) => void;
  readonly onMouseUp: (event: MouseEvent<HTMLInputElement>) => void;
}

/**
 * Selects what a box holds as soon as it is typed into, and again once that was
 * taken or given up, so that the first key replaces it. The selection stands before any key can arrive: one made a frame
 * later would swallow what was typed in between.
 *
 * @param isOpen true while the box shows what is being typed rather than its figure
 */
export function useSelectOnFocus(isOpen: boolean): SelectOnFocus {
  const ref = useRef<HTMLInputElement>(null);
  const isFirstClick = useRef(false);
  const isTyped = useRef(false);
  useLayoutEffect(() => {
    // A first key that opens the box is not to be replaced by the second.
    const isOpenedByKey = isOpen && isTyped.current;
    isTyped.current = false;
    if (!isOpenedByKey && document.activeElement === ref.current) ref.current?.select();
  }, [isOpen]);
  return {
    ref,
    onInput: () => {
      isTyped.current = true;
    },
    onMouseDown: (event) => {
      const box = event.currentTarget;
      const hasFocus = document.activeElement === box;
      isFirstClick.current = !isOpen || !hasFocus;
      // A click into a selection keeps it till the button is up again, and loses it after that.
      if (!isOpen && hasFocus) box.setSelectionRange(0, 0);
    },
    onMouseUp: (event) => {
      // The click itself put the caret somewhere; a part that was dragged over stays selected.
      const input = event.currentTarget;
      if (isFirstClick.current && input.selectionStart === input.selectionEnd) input.select();
      isFirstClick.current = false;
    },
  };
}
