/** What is known of the frame that sent a message. */
export interface SenderFrame {
  url: string;
  /** Null for the window's own document; any other frame has a parent. */
  parent: unknown;
}

/**
 * Whether a message comes from the page itself: from the top frame of a
 * document of one of `trustedOrigins`. Frames that are gone (null) are refused.
 */
export function isTrustedSender(frame: SenderFrame | null, trustedOrigins: readonly string[]): boolean {
  return frame !== null && frame.parent === null && isTrustedUrl(frame.url, trustedOrigins);
}

/** Whether an address belongs to one of `trustedOrigins` (`scheme://host[:port]`), compared whole, not by prefix. */
export function isTrustedUrl(url: string, trustedOrigins: readonly string[]): boolean {
  try {
    const { protocol, host, username, password } = new URL(url);
    if (username !== "" || password !== "") return false;
    return trustedOrigins.includes(`${protocol}//${host}`);
  } catch {
    return false;
  }
}
