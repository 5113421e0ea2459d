import { constants } from "node:fs";
import { basename, dirname, sep } from "node:path";
import type { FileInfo, MustSaveAs } from "../../preload/contract";
import { type FileSystem, nodeFileSystem } from "./file-system";

/** Where mail programs and browsers put what is opened straight from a message, beside the system's temporary folder. */
const ATTACHMENT_FOLDER_PATTERNS = [
  /\/mozilla_[^/]+\//i,
  /\/\.?cache\/(thunderbird|evolution|kmail|geary)\//i,
  /\/Containers\/com\.apple\.mail\/.*\/Mail Downloads\//i,
  /\/var\/folders\/[^/]+\/[^/]+\/(T|C)\//,
  /\/(Temporary Internet Files|INetCache|Content\.Outlook)\//i,
  /\/AppData\/Local\/Temp\//i,
];

/** Whether a path lies in a folder that is cleaned without asking. */
export function isTemporaryPath(path: string, temporaryFolders: readonly string[]): boolean {
  const inside = (folder: string) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const unified = path.replaceAll("\\", "/");
  return (
    temporaryFolders.some((folder) => folder !== "" && inside(folder)) ||
    ATTACHMENT_FOLDER_PATTERNS.some((pattern) => pattern.test(unified))
  );
}

/** Why a file may not be written in place, or null when it may. */
export async function findMustSaveAs(
  path: string,
  temporaryFolders: readonly string[],
  fs: Pick<FileSystem, "access"> = nodeFileSystem,
): Promise<MustSaveAs | null> {
  if (isTemporaryPath(path, temporaryFolders)) return "temporary-folder";
  const isWritable = (target: string) =>
    fs.access(target, constants.W_OK).then(
      () => true,
      () => false,
    );
  const exists = await fs.access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (exists && !(await isWritable(path))) return "read-only-file";
  // Saving renames a temporary file, so the folder must be writable too.
  if (!(await isWritable(dirname(path)))) return "read-only-folder";
  return null;
}

/** What the page may know about a file: never its path as something to hand back. */
export async function describeFile(
  fileId: string,
  path: string,
  temporaryFolders: readonly string[],
): Promise<FileInfo> {
  return {
    fileId,
    name: basename(path),
    folder: dirname(path),
    mustSaveAs: await findMustSaveAs(path, temporaryFolders),
  };
}
