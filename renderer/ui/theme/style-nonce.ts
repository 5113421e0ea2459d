import { setNonce } from "get-nonce";

/**
 * The nonce that the content policy allows style elements by. The host writes
 * it into the page; where it did not (the development server), the placeholder
 * is a nonce as good as any, because there is no policy to satisfy.
 */
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** For libraries that ask for it (Mantine). */
export const getStyleNonce = (): string => styleNonce;

// For those that lock scrolling behind a dialog and look it up by themselves.
setNonce(styleNonce);
