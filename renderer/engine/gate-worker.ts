import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { loadSqlite } from "./open-sql-database";

/** Reads one untrusted file with a SQLite of its own, answers once, and is thrown away. */
addEventListener("message", async (event: MessageEvent<Uint8Array>) => {
  const openDatabase = await loadSqlite();
  postMessage(readUntrustedPlan(event.data, openDatabase));
});
