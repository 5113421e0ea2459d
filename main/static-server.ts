import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { respondFromBundle } from "./security/bundle-response";

export interface StaticServerOptions {
  /** Folder of the built page. */
  bundleFolder: string;
  /** 0 lets the system choose. */
  port: number;
}

export interface StaticServer {
  /** For example `http://127.0.0.1:4317/`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the built page on the loopback address only. A request whose Host
 * header is not that address is refused, so that a web page elsewhere cannot
 * reach it by pointing a name of its own at 127.0.0.1.
 *
 * @throws what `listen` reports, for example EADDRINUSE
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const server = createServer((request, response) => {
    void answer(server, options.bundleFolder, request, response);
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(options.port, "127.0.0.1", done);
  });
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answer(
  server: Server,
  bundleFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const port = portOf(server);
  if (!isLoopbackHost(request.headers.host, port)) {
    response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
    response.end(`Open http://127.0.0.1:${port}/ instead.`);
    return;
  }
  const { status, headers, body } = await respondFromBundle(
    bundleFolder,
    request.method ?? "GET",
    request.url ?? "/",
  );
  response.writeHead(status, { ...headers, "content-length": String(body.byteLength) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** True for `127.0.0.1:port` and `localhost:port` only. */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}
