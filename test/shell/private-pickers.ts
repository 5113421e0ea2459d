import { basename } from "node:path";
import type { Page } from "@playwright/test";
import type { DialogAnswers } from "./answers";

/** Takes File System Access away, as most browsers do not have it. */
export async function removePickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) Reflect.deleteProperty(window, name);
  });
}

/** Lets the pickers give handles to private files, chosen by the test's answers. */
export async function offerPrivatePickers(page: Page, dialogs: DialogAnswers) {
  await page.exposeFunction("takePickerAnswer", (dialog: "open" | "save") => {
    const path = dialogs.takePath({ dialog, title: "", detail: "" });
    return path === null ? null : basename(path);
  });
  await page.addInitScript(() => {
    type Pickers = {
      takePickerAnswer(dialog: "open" | "save"): Promise<string | null>;
      showOpenFilePicker(): Promise<FileSystemFileHandle[]>;
      showSaveFilePicker(): Promise<FileSystemFileHandle>;
    };
    const pickers = window as unknown as Pickers;
    const pick = async (dialog: "open" | "save") => {
      const name = await pickers.takePickerAnswer(dialog);
      if (name === null) throw new DOMException("The user aborted a request.", "AbortError");
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("picked", { create: true });
      return folder.getFileHandle(name, { create: dialog === "save" });
    };
    pickers.showOpenFilePicker = async () => [await pick("open")];
    pickers.showSaveFilePicker = () => pick("save");
  });
  return {
    read: (path: string) =>
      page.evaluate(async (name) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle("picked");
        const file = await (await folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      }, basename(path)),
    put: (path: string, bytes: Uint8Array) =>
      page.evaluate(
        async ([name, content]) => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle("picked", { create: true });
          const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
          await writable.write(new Uint8Array(content));
          await writable.close();
        },
        [basename(path), bytes] as const,
      ),
  };
}
