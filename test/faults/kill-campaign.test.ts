/** A process that edits and saves is killed at random points: the file always opens, and no acknowledged edit is lost. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findProjectionDifferences } from "../../cli/gate/find-projection-differences";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import type { PlanLog } from "../../core/planfile/plan-log";
import { makeRandom } from "../hostile/hostile-kit";
import { openDatabase } from "../unit/support/make-plan";
import { startAppOnDisk } from "./app-on-disk";

const KILLS = process.env.CIVPLAN_FULL === "1" ? 300 : 15;
const SEED = 20_270_402;
const LONGEST_LIFE_MS = 400;

const projectRoot = join(import.meta.dirname, "../..");
/** Inside node_modules, so that the bundle finds its packages. */
const bundleFolder = join(projectRoot, "node_modules/.cache/civplan-faults", String(process.pid));
const folder = mkdtempSync(join(tmpdir(), "civplan-kill-"));
const userDataFolder = join(folder, "user-data");
const planPath = join(folder, "plans", "plan.civplan");

beforeAll(async () => {
  mkdirSync(join(folder, "plans"), { recursive: true });
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir: bundleFolder,
      rolldownOptions: {
        input: { child: join(import.meta.dirname, "edit-until-killed.ts") },
        output: { entryFileNames: "[name].mjs" },
      },
    },
  });
});

afterAll(() => {
  for (const used of [folder, bundleFolder]) rmSync(used, { recursive: true, force: true });
});

/** Lets the process run for a while after it is ready, kills it, and says what it had said. */
async function runAndKill(round: number, lifeMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(bundleFolder, "child.mjs"), userDataFolder, planPath, String(round)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  let noteReady: () => void = () => undefined;
  const ready = new Promise<void>((done) => {
    noteReady = done;
  });
  child.stdout.on("data", (data) => {
    said += String(data);
    if (said.includes("\n")) noteReady();
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  await Promise.race([ready, ended]);
  await wait(lifeMs);
  child.kill("SIGKILL");
  await ended;
  // A line that was cut off says nothing.
  return said.split("\n").slice(0, -1);
}

const acknowledged = (said: readonly string[]) =>
  said.filter((line) => line.startsWith("ack ")).map((line) => line.slice("ack ".length));

function titlesOf(log: PlanLog): ReadonlySet<string> {
  const titles = log.changes.flatMap(({ ops }) => ops.map(({ cells }) => cells.title));
  return new Set(titles.filter((title) => typeof title === "string"));
}

/** The file as it lies on the disk: it must be sound at every moment. */
function readPlanFile(): PlanLog | null {
  if (!existsSync(planPath)) return null;
  const bytes = new Uint8Array(readFileSync(planPath));
  const read = readUntrustedPlan(bytes, openDatabase);
  if (!read.ok) throw new Error(`the file is not sound: ${JSON.stringify(read.error)}`);
  expect(findProjectionDifferences(bytes, read.value.log, openDatabase)).toEqual([]);
  return read.value.log;
}

/** Starts the app, recovers what was left, saves, and leaves. */
async function recoverAndSave(): Promise<PlanLog> {
  const { session, services } = await startAppOnDisk({
    userDataFolder,
    openDatabase,
    pick: () => planPath,
    mintId: randomUUID,
  });
  // Nobody is there to answer: a question is a fault.
  session.view.subscribe(() => {
    const { question } = session.view.get();
    if (question !== null) throw new Error(`asked: ${question.type}`);
  });
  await session.refreshStart();
  const [left, ...others] = session.view.get().startLists.recoveredWork;
  expect(others).toEqual([]);
  if (left !== undefined) await session.recover(left.journalId, left.header.title);
  else if (existsSync(planPath)) await session.openPicked();
  else await session.newFromTemplate("empty");
  await session.save();
  expect(session.view.get().notice).toBeNull();
  expect(session.view.get().document?.isDirty).toBe(false);
  const log = readPlanFile();
  await session.close();
  await services.releasePage();
  if (log === null) throw new Error("nothing was saved");
  return log;
}

test(`after each of ${KILLS} kills (seed ${SEED}) the file opens and every acknowledged edit is there`, async () => {
  const random = makeRandom(SEED);
  const owed = new Set<string>();
  const counts = { kills: 0, edits: 0, saves: 0, filesReplaced: 0, recoveries: 0 };
  for (let round = 1; round <= KILLS; round += 1) {
    const said = await runAndKill(round, Math.floor(random() * LONGEST_LIFE_MS));
    expect(said.filter((line) => line.startsWith("failed"))).toEqual([]);
    for (const title of acknowledged(said)) owed.add(title);
    counts.kills += 1;
    counts.edits += acknowledged(said).length;
    counts.saves += said.filter((line) => line.startsWith("saved ")).length;
    const onDisk = readPlanFile();
    if (onDisk !== null) counts.filesReplaced += 1;
    // Else the next process finds what this one left, and may be killed while it recovers it.
    if (random() < 0.4 || round === KILLS) {
      const titles = titlesOf(await recoverAndSave());
      expect([...owed].filter((title) => !titles.has(title))).toEqual([]);
      counts.recoveries += 1;
    }
  }
  process.stdout.write(
    `\n${counts.kills} kills: ${counts.edits} edits acknowledged, ${counts.saves} saves, ${counts.recoveries} recoveries, 0 edits lost, file sound every time\n`,
  );
  expect(counts.edits).toBeGreaterThan(KILLS);
  expect(readdirSync(join(userDataFolder, "journals"))).toEqual([]);
}, 1_800_000);
