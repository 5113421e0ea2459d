/** "CVP1" in the header of every plan file. */
export const APPLICATION_ID = 0x43565031;

/** The format that this version writes, kept in SQLite's `user_version`. */
export const CURRENT_FORMAT = 1;

export const MAX_FILE_BYTES = 256 * 1024 * 1024;
export const MAX_OPS = 1_000_000;
