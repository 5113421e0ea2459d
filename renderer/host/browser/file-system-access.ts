/**
 * The File System Access functions that browsers have beyond the standard
 * library's types: pickers that give handles, and permissions on handles.
 */
interface PickerType {
  description: string;
  accept: Record<string, string[]>;
}

interface FileSystemAccessWindow {
  showOpenFilePicker(options: { types: PickerType[]; multiple: false }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker(options: { types: PickerType[]; suggestedName: string }): Promise<FileSystemFileHandle>;
}

type PermissionMode = { mode: "read" | "readwrite" };

interface HandleWithPermissions {
  queryPermission?(options: PermissionMode): Promise<PermissionState>;
  requestPermission?(options: PermissionMode): Promise<PermissionState>;
}

/** The pickers, or null in a browser that has none. */
export function findFilePickers(): FileSystemAccessWindow | null {
  return "showOpenFilePicker" in window && "showSaveFilePicker" in window
    ? (window as unknown as FileSystemAccessWindow)
    : null;
}

/** Whether the user lets this page use a handle; asks where that is allowed (from a user's gesture). */
export async function ensurePermission(
  handle: FileSystemFileHandle,
  mode: "read" | "readwrite",
): Promise<boolean> {
  const permissions = handle as HandleWithPermissions;
  // Handles that need no permission (the page's own storage) have no such functions in some browsers.
  if (permissions.queryPermission === undefined) return true;
  if ((await permissions.queryPermission({ mode })) === "granted") return true;
  return (await permissions.requestPermission?.({ mode })) === "granted";
}

export const toPickerTypes = (kinds: readonly { label: string; extensions: string[] }[]): PickerType[] =>
  kinds.map(({ label, extensions }) => ({
    description: label,
    accept: { "application/octet-stream": extensions.map((extension) => `.${extension}`) },
  }));
