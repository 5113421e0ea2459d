/**
 * The development server's address, if it is one on this computer; null for
 * anything else. Only read in a development run, never in a packaged app.
 */
export function parseDevelopmentUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  try {
    const { protocol, hostname, href } = new URL(value);
    const isLoopback = hostname === "127.0.0.1" || hostname === "localhost";
    return protocol === "http:" && isLoopback ? href : null;
  } catch {
    return null;
  }
}
