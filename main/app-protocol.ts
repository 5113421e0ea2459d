import { protocol, type Session } from "electron";
import { APP_HOST, APP_SCHEME } from "./security/bundle-path";
import { respondFromBundle } from "./security/bundle-response";

/** Gives `app://` the rights of an ordinary secure origin. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers `app://civplan/…` from the built page and nothing else. */
export function serveAppScheme(session: Session, bundleFolder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const { status, headers, body } = await respondFromBundle(
      bundleFolder,
      request.method,
      host === APP_HOST ? pathname : "/../",
    );
    return new Response(body.slice().buffer, { status, headers });
  });
}
