import { readFile, realpath } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { resolveBundlePath } from "./bundle-path";
import { contentPolicy, createNonce, NONCE_PLACEHOLDER } from "./content-policy";

const MIME_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** An answer from the bundle, before it becomes a `Response` or goes over a socket. */
export interface BundleResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

const COMMON_HEADERS = {
  "x-content-type-options": "nosniff",
  // Tells a second `npm start` who holds the port.
  "x-app": "civplan",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const refuse = (status: number, text: string): BundleResponse => ({
  status,
  headers: { ...COMMON_HEADERS, "content-type": "text/plain; charset=utf-8" },
  body: new TextEncoder().encode(text),
});

/**
 * Answers a request for the page's bundle, and only for it: 404 for anything
 * that is not a file inside `bundleFolder` (links that lead out included).
 * Documents and scripts carry the content policy; a document gets a nonce of
 * its own in place of the placeholder.
 */
export async function respondFromBundle(
  bundleFolder: string,
  method: string,
  rawPath: string,
): Promise<BundleResponse> {
  if (method !== "GET" && method !== "HEAD") return refuse(405, "Only GET is answered here.");
  const file = resolveBundlePath(bundleFolder, rawPath);
  const body = file === null ? null : await readInside(bundleFolder, file);
  if (file === null || body === null) return refuse(404, "There is no such file in this app.");
  const extension = extname(file).toLowerCase();
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    "content-type": MIME_TYPES[extension] ?? "application/octet-stream",
    // Names in assets/ carry a hash of their content; everything else is asked for again.
    "cache-control": rawPath.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store",
  };
  if (extension === ".html") {
    const nonce = createNonce();
    headers["content-security-policy"] = contentPolicy(nonce);
    const text = new TextDecoder().decode(body).replaceAll(NONCE_PLACEHOLDER, nonce);
    return { status: 200, headers, body: new TextEncoder().encode(text) };
  }
  if (extension === ".js" || extension === ".mjs") {
    headers["content-security-policy"] = contentPolicy(createNonce());
  }
  return { status: 200, headers, body };
}

/** The file's bytes, or null when it does not exist or a link leads out of the folder. */
async function readInside(folder: string, file: string): Promise<Uint8Array | null> {
  try {
    const [realFolder, realFile] = await Promise.all([realpath(resolve(folder)), realpath(file)]);
    if (!realFile.startsWith(realFolder + sep)) return null;
    return new Uint8Array(await readFile(realFile));
  } catch {
    return null;
  }
}
