/**
 * Gives an element these children, unless it has equal ones already: grids ask
 * for many cells after every edit, and those that read as before need not be
 * laid out anew. Not for children that listen to events.
 */
export function putChildren(parent: HTMLElement, children: readonly (HTMLElement | string)[]): void {
  const next = document.createElement("span");
  next.append(...children);
  const [before, after] = [[...parent.childNodes], [...next.childNodes]];
  const isSame =
    before.length === after.length && before.every((node, index) => node.isEqualNode(after[index] ?? null));
  if (!isSame) parent.replaceChildren(...after);
}
