import type { Result } from "../result";
import { err, ok } from "../result";
import { APPLICATION_ID, CURRENT_FORMAT, MAX_FILE_BYTES } from "./file-format";
import type { OpenError } from "./open-error";

const MAGIC = "SQLite format 3\u0000";
const HEADER_BYTES = 100;
const WAL_VERSION = 2;

export interface PlanFileHeader {
  readonly format: number;
  /** Written by a newer version: to be opened read-only. */
  readonly isNewerFormat: boolean;
}

/**
 * Reads what the first 100 bytes say, before SQLite sees the file.
 *
 * Source: sqlite.org, "Database File Format", section 1.3.
 */
export function readFileHeader(bytes: Uint8Array): Result<PlanFileHeader, OpenError> {
  if (bytes.length === 0) return err({ type: "empty-file" });
  if (bytes.length > MAX_FILE_BYTES)
    return err({ type: "too-large", bytes: bytes.length, maximumBytes: MAX_FILE_BYTES });
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (bytes.length < HEADER_BYTES)
    return MAGIC.startsWith(magic) || magic === MAGIC
      ? err({ type: "truncated", bytes: bytes.length, expectedBytes: HEADER_BYTES })
      : err({ type: "not-sqlite" });
  if (magic !== MAGIC) return err({ type: "not-sqlite" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(68) !== APPLICATION_ID) return err({ type: "not-a-plan" });
  if (view.getUint8(18) === WAL_VERSION || view.getUint8(19) === WAL_VERSION)
    return err({ type: "write-ahead-log" });
  const storedPageSize = view.getUint16(16);
  const pageSizeBytes = storedPageSize === 1 ? 65_536 : storedPageSize;
  const expectedBytes = pageSizeBytes * view.getUint32(28);
  if (expectedBytes > bytes.length) return err({ type: "truncated", bytes: bytes.length, expectedBytes });
  const format = view.getUint32(60);
  return ok({ format, isNewerFormat: format > CURRENT_FORMAT });
}
