const OPENABLE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** The address in its canonical form if it may be opened outside the app (http, https, mailto), else null. */
export function parseExternalUrl(url: string): string | null {
  try {
    const parsed = new URL(url);
    return OPENABLE_PROTOCOLS.has(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
