import type { ClipboardBlock } from "./sheet-clipboard";

/** Through the copy command, which needs no permission that a browser would ask for. */
export function putOnClipboard({ text, html }: ClipboardBlock): void {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", html);
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
}
