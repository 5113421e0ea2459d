/** A value that SQLite stores. Integers beyond 2^53 never occur in a plan file. */
export type SqlValue = number | string | Uint8Array | null;

export interface SqlStatement {
  run(values?: SqlValue[]): void;
  bind(values?: SqlValue[]): boolean;
  step(): boolean;
  get(): SqlValue[];
  reset(): void;
  free(): boolean;
}

/** What the plan file needs of SQLite; sql.js's `Database` fits as it is. */
export interface SqlDatabase {
  run(sql: string, values?: SqlValue[]): unknown;
  exec(sql: string, values?: SqlValue[]): { columns: string[]; values: SqlValue[][] }[];
  prepare(sql: string): SqlStatement;
  export(): Uint8Array;
  close(): void;
}

/** Opens a database in memory: an empty one, or one made of the bytes of a file. */
export type OpenDatabase = (bytes?: Uint8Array) => SqlDatabase;
