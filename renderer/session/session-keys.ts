import type { PlanSession } from "./plan-session";

/** What a key press asks of the session. */
export type SessionKey = "save" | "save-as" | "open" | "new" | "undo" | "redo";

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The session's meaning of a key press; null for every other one. Ctrl on Windows and Linux, ⌘ on a Mac. */
export function readSessionKey(press: KeyPress): SessionKey | null {
  if (press.ctrlKey === press.metaKey || press.altKey) return null;
  switch (press.key.toLowerCase()) {
    case "s":
      return press.shiftKey ? "save-as" : "save";
    case "o":
      return press.shiftKey ? null : "open";
    case "n":
      return press.shiftKey ? null : "new";
    case "z":
      return press.shiftKey ? "redo" : "undo";
    case "y":
      return press.shiftKey ? null : "redo";
    default:
      return null;
  }
}

const TEXT_INPUT_TYPES = ["text", "search", "url", "tel", "email", "password", "number", "date", "month"];

/** Text is being edited here: undo belongs to the field, unless it says that nothing has been typed into it. */
export function isTextField(element: Element | null): element is HTMLElement {
  if (element instanceof HTMLElement && element.dataset.untouched !== undefined) return false;
  if (element instanceof HTMLInputElement)
    return TEXT_INPUT_TYPES.includes(element.type) && !element.readOnly;
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Lets a field that is being edited hand over its text, by taking the focus away for a moment. */
async function commitOpenField(): Promise<void> {
  const field = document.activeElement;
  if (!isTextField(field)) return;
  field.blur();
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (field.isConnected) field.focus();
}

/** Does what a key or menu item asks for. */
export async function runSessionKey(session: PlanSession, key: SessionKey): Promise<void> {
  const isPlanOpen = session.view.get().status === "open";
  if (key === "open") return session.openPicked();
  if (!isPlanOpen) return;
  switch (key) {
    case "save":
      await commitOpenField();
      return session.save();
    case "save-as":
      await commitOpenField();
      return session.saveAs();
    case "new":
      return session.close();
    case "undo":
      await session.undo();
      return;
    case "redo":
      await session.redo();
      return;
  }
}
