import { randomBytes } from "node:crypto";

/** What a document's text holds where its nonce belongs. */
export const NONCE_PLACEHOLDER = "%CSP_NONCE%";

/** A fresh nonce for one response: 128 random bits. */
export const createNonce = (): string => randomBytes(16).toString("base64");

/**
 * The content policy, sent as a header with documents and scripts (a worker
 * takes its policy from its own script's response). Styles in elements need
 * the nonce; `style` attributes are allowed because the grid and the charts
 * position with them; WASM may compile, nothing may `eval`.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
  ].join("; ");
