let measuredPx: number | undefined;

/** Width of a vertical scrollbar on this system; 0 where scrollbars lie over the content. */
export function scrollbarWidth(): number {
  if (measuredPx !== undefined) return measuredPx;
  const probe = document.createElement("div");
  probe.style.cssText = "position: absolute; visibility: hidden; width: 100px; overflow-y: scroll";
  document.body.append(probe);
  measuredPx = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return measuredPx;
}
