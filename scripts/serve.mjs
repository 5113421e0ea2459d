import { createRequire } from "node:module";
import { join } from "node:path";
import { outFolder } from "./lib/build-app.mjs";

/**
 * Serves the built page on 127.0.0.1 with the same content policy as the
 * desktop app. The server itself is part of the shell's build, so that both
 * answer from one implementation; build before calling.
 *
 * @param {import("../main/static-server.ts").StaticServerOptions} options
 * @returns {Promise<import("../main/static-server.ts").StaticServer>}
 */
export function startStaticServer(options) {
  const built = createRequire(import.meta.url)(join(outFolder, "main/static-server.cjs"));
  return built.startStaticServer(options);
}
