/**
 * A process that opens a plan, edits it and saves it without end, and is meant
 * to be killed. It writes a line for what it may be held to: `ack TITLE` once an
 * edit is done and protected, `saved N` once N edits are in the file.
 *
 * Arguments: user data folder, plan, number of the round.
 */
import { randomUUID } from "node:crypto";
import { existsSync, writeSync } from "node:fs";
import initSqlJs from "sql.js";
import type { SqlDatabase } from "../../core/planfile/sql-database";
import { startAppOnDisk } from "./app-on-disk";

const EDITS_TO_A_SAVE = 4;
const [userDataFolder = "", planPath = "", round = "0"] = process.argv.slice(2);

/** Unlike process.stdout, gone to the reader before the next step. */
const say = (line: string) => writeSync(1, `${line}\n`);

const sqlite = await initSqlJs();
const { session } = await startAppOnDisk({
  userDataFolder,
  openDatabase: (bytes) => new sqlite.Database(bytes) as unknown as SqlDatabase,
  pick: () => planPath,
  mintId: randomUUID,
});
const fail = (what: string): never => {
  say(`failed ${what}`);
  process.exit(3);
};
// Nobody is there to answer: a question is a fault.
session.view.subscribe(() => {
  const { question } = session.view.get();
  if (question !== null) fail(`asked: ${question.type}`);
});
const documentOf = () => session.view.get().document ?? fail("no plan is open");

await session.refreshStart();
const [left] = session.view.get().startLists.recoveredWork;
if (left !== undefined) await session.recover(left.journalId, left.header.title);
else if (existsSync(planPath)) await session.openPicked();
else await session.newFromTemplate("empty");
const notice = session.view.get().notice?.failure;
if (notice !== undefined && notice.error.type !== "journal-torn") fail(JSON.stringify(notice));
say("ready");

for (let n = 1; ; n += 1) {
  const title = `round ${round} edit ${n}`;
  const edited = await session.execute({
    type: "set-cells",
    edits: [{ entity: "plan", rowId: "plan", cells: { title } }],
  });
  if (!edited.ok) fail(JSON.stringify(edited.error));
  if (documentOf().isProtected) say(`ack ${title}`);
  if (n % EDITS_TO_A_SAVE === 0) {
    await session.save();
    if (documentOf().isDirty) fail(JSON.stringify(session.view.get().notice));
    say(`saved ${n}`);
  }
}
