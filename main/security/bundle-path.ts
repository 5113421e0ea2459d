import { join, resolve, sep } from "node:path";

/** The page's own address space in the desktop app. */
export const APP_SCHEME = "app";
export const APP_HOST = "civplan";
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/**
 * The file in the bundle that a URL path stands for, or null when it points
 * outside of the bundle or is not a plain path. Encoded separators, dots and
 * NUL are refused rather than decoded into something else.
 *
 * @param rawPath path as it came, percent-encoded, with or without a query
 */
export function resolveBundlePath(bundleFolder: string, rawPath: string): string | null {
  const withoutQuery = rawPath.split(/[?#]/, 1)[0] ?? "";
  let path: string;
  try {
    path = decodeURIComponent(withoutQuery);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.includes("\\") || path.includes("%")) return null;
  const segments = path.split("/").filter((segment) => segment !== "");
  if (segments.some((segment) => segment === "." || segment === ".." || segment.includes(":"))) return null;
  const folder = resolve(bundleFolder);
  const file = segments.length === 0 ? join(folder, "index.html") : join(folder, ...segments);
  return file.startsWith(folder + sep) ? file : null;
}
