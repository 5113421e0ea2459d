import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Whether something built is still what its sources would give. A stamp holds
 * every source's size, time and SHA-256; a source is only read again when its
 * size or time differs, so asking costs milliseconds.
 *
 * @typedef {import("./source-stamp.mjs").SourceStamp} SourceStamp
 * @typedef {import("./source-stamp.mjs").Stamp} Stamp
 */

/**
 * The files below the given files and folders, as paths relative to `root`, sorted.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files or folders relative to `root`; those missing are passed over
 * @returns {string[]}
 */
export function listSources(root, inputs) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      found.push(relative(root, path).replaceAll("\\", "/"));
      return;
    }
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name.startsWith(".")) continue;
      visit(join(path, entry.name));
    }
  };
  for (const input of inputs) visit(join(root, input));
  return found.sort();
}

/**
 * @param {string} root
 * @param {readonly string[]} inputs
 * @param {Stamp | null} previous what is known from last time
 * @returns {Stamp}
 */
export function takeStamp(root, inputs, previous) {
  /** @type {Record<string, SourceStamp>} */
  const sources = {};
  for (const name of listSources(root, inputs)) {
    const { size, mtimeMs } = statSync(join(root, name));
    const known = previous?.sources[name];
    sources[name] =
      known !== undefined && known.sizeBytes === size && known.modifiedMs === mtimeMs
        ? known
        : {
            sizeBytes: size,
            modifiedMs: mtimeMs,
            sha256: createHash("sha256")
              .update(readFileSync(join(root, name)))
              .digest("hex"),
          };
  }
  return { sources };
}

/**
 * Whether two stamps stand for the same content, whatever the files' times say.
 *
 * @param {Stamp | null} a
 * @param {Stamp} b
 */
export function isSameContent(a, b) {
  if (a === null) return false;
  const names = Object.keys(b.sources);
  return (
    names.length === Object.keys(a.sources).length &&
    names.every((name) => a.sources[name]?.sha256 === b.sources[name]?.sha256)
  );
}

/**
 * @param {string} path
 * @returns {Stamp | null}
 */
export function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {Stamp} stamp
 */
export function writeStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(stamp));
}
