import { findForeignSchema } from "./check-foreign-schema";
import type { OpenError } from "./open-error";
import type { SqlDatabase } from "./sql-database";

/**
 * Takes the power to do harm from a database that may come from anybody, and checks
 * that SQLite finds it sound. To be called before anything of it is read.
 *
 * @returns why the file is not to be read, or null
 */
export function secureDatabase(db: SqlDatabase): OpenError | null {
  db.run(
    "PRAGMA hard_heap_limit=1073741824; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON;",
  );
  return findForeignSchema(db) ?? checkIntegrity(db);
}

function checkIntegrity(db: SqlDatabase): OpenError | null {
  const verdict = db.exec("PRAGMA quick_check(1)")[0]?.values[0]?.[0];
  if (verdict === "ok") return null;
  // "*** in database main ***", then what is wrong.
  const what = String(verdict)
    .split("\n")
    .filter((line) => !line.startsWith("***"));
  return { type: "damaged", detail: what[0] ?? "integrity" };
}
