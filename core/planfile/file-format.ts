/** "CVP1" in the header of every plan file. */
export const APPLICATION_ID = 0x43565031;

/** The format that this version writes, kept in SQLite's `user_version`. */
export const CURRENT_FORMAT = 1;

/**
 * Page size of the SQLite files. An empty plan has some 40 tables of a page or
 * two each, so that small pages keep small plans small (docs/decisions).
 */
export const PAGE_BYTES = 1024;

export const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** Also the most rows that any table of the log but `op_pred` may have. */
export const MAX_OPS = 1_000_000;
export const MAX_PREDECESSORS = 4 * MAX_OPS;
/** Largest cell of the log: the JSON of a row with several long texts fits many times. */
export const MAX_VALUE_BYTES = 16 * 1024 * 1024;
/** How deep a value of a newer format may be nested. */
export const MAX_VALUE_DEPTH = 50;
