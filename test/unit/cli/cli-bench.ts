import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { loadSolver } from "../../../cli/compute/load-solver";
import { runJobHere } from "../../../cli/compute/run-job";
import { inspectPlanFile } from "../../../cli/gate/inspect-plan-file";
import { runCli } from "../../../cli/run-cli";
import type { CliSystem } from "../../../cli/system";
import type { RowEdit } from "../../../core/plan/command";
import { makeIdMint, makePlan, openDatabase, START_MS } from "../support/make-plan";
import { saveBytes } from "../support/read-back";

export interface CliRun {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** The command on real files in a folder of its own, with a fixed clock and ids that can be foreseen. */
export interface CliBench {
  readonly folder: string;
  readonly settingsFile: string;
  path(name: string): string;
  write(name: string, bytes: Uint8Array | string): string;
  read(name: string): Buffer;
  files(): readonly string[];
  run(...argv: string[]): Promise<CliRun>;
  /** Runs with `--json` and gives back the one object that it must print. */
  json<T = Record<string, unknown>>(...argv: string[]): Promise<T & { exitCode: number }>;
}

export function makeBench(overrides: Partial<CliSystem> = {}): CliBench {
  const folder = mkdtempSync(join(tmpdir(), "civplan-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const settingsFolder = join(folder, ".settings", "civplan");
  const mintId = makeIdMint("cccccccc");
  const run = async (...argv: string[]): Promise<CliRun> => {
    let out = "";
    let error = "";
    const exitCode = await runCli(argv, {
      appVersion: "0.0.0-test",
      language: "en",
      settingsFolder,
      userName: "Park",
      nowMs: () => START_MS + 60_000,
      mintId,
      writeOut: (text) => {
        out += text;
      },
      writeError: (text) => {
        error += text;
      },
      loadSqlite: async () => openDatabase,
      inspect: async (request) => inspectPlanFile(request, openDatabase),
      runJob: runJobHere,
      loadSolver,
      ...overrides,
    });
    return { exitCode, out, error };
  };
  return {
    folder,
    settingsFile: join(settingsFolder, "person.json"),
    path: (name) => join(folder, name),
    write: (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    read: (name) => readFileSync(join(folder, name)),
    files: () => readdirSync(folder).filter((name) => name !== ".settings"),
    run,
    json: async (...argv) => {
      const { out, exitCode } = await run(...argv, "--json");
      return { ...JSON.parse(out), exitCode };
    },
  };
}

const seoulBytes = saveBytes(makePlan("seoul-civil-democracy").document);

/** The bytes of a healthy plan of eleven tasks and one council of 25 + 5. */
export const healthyBytes = (): Uint8Array => seoulBytes.slice();

/** The Seoul plan with two scenarios: a council of 50, and residents deciding on 5 %. */
export function bytesWithScenarios(...more: RowEdit[]): Uint8Array {
  const plan = makePlan("seoul-civil-democracy");
  const [fifty, five] = ["dddddddd-0000-7000-8000-000000000050", "dddddddd-0000-7000-8000-000000000005"];
  const lever = (scenarioId: string, path: string, value: unknown): RowEdit => ({
    entity: "scenarioLever",
    rowId: `${scenarioId}/${path}`,
    cells: { value: JSON.stringify(value) },
  });
  const added = plan.execute({
    type: "add-rows",
    rows: [
      { entity: "scenario", rowId: fifty, cells: { title: "Council of 50", position: "a0" } },
      { entity: "scenario", rowId: five, cells: { title: "Share 5 %, at once", position: "a1" } },
      lever(fifty, "committee.COUNCIL.seats", 50),
      lever(five, "decentralised.share", 0.05),
      lever(five, "committee.GONE.seats", 12),
      ...more,
    ],
  });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return saveBytes(plan.document);
}
