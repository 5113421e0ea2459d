import { readState, updateState } from "./start-state.mjs";

/** Chosen once for all: what a browser keeps for recovery belongs to address and port. */
export const DEFAULT_PORT = 4317;
const TRIED_PORTS = 20;

/**
 * Serves the page on the remembered port, else the default one, else the next
 * that is free, which is then remembered.
 *
 * @param {object} options
 * @param {string} options.statePath
 * @param {(port: number) => Promise<import("../../main/static-server.ts").StaticServer>} options.start
 * @returns {Promise<{ kind: "started", server: import("../../main/static-server.ts").StaticServer }
 *   | { kind: "already-running", url: string }>}
 */
export async function serveOnKnownPort({ statePath, start }) {
  const firstPort = readState(statePath).port ?? DEFAULT_PORT;
  for (let port = firstPort; port < firstPort + TRIED_PORTS; port += 1) {
    try {
      const server = await start(port);
      if (port !== DEFAULT_PORT || firstPort !== DEFAULT_PORT) updateState(statePath, { port });
      return { kind: "started", server };
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
      const url = `http://127.0.0.1:${port}/`;
      if (await isCivplan(url)) return { kind: "already-running", url };
    }
  }
  const server = await start(0);
  updateState(statePath, { port: server.port });
  return { kind: "started", server };
}

/** @param {string} url */
async function isCivplan(url) {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(1000) });
    return answer.headers.get("x-app") === "civplan";
  } catch {
    return false;
  }
}
