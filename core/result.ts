/**
 * The outcome of an operation that may fail in an expected way. Errors are
 * plain objects with a `type`, so they can cross a worker or process boundary.
 * Bugs are thrown instead.
 */
export type Result<T, E extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E extends { readonly type: string }>(
  error: E,
): { readonly ok: false; readonly error: E } => ({ ok: false, error });
