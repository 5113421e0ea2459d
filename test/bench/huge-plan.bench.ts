import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { PlanDocument } from "../../core/planfile/plan-document";
import { exportVerified } from "../../core/planfile/save-plan-file";
import { FileRegistry } from "../../main/files/file-registry";
import { JournalStore } from "../../main/files/journal-store";
import { encodeJournalEntry } from "../../renderer/engine/journal-entry";
import { expectThat, type Figure, type MeasureFigures, measure } from "./figure";
import { makeLargePlan, openDatabase } from "./make-large-plan";

/** A city's whole budget: 100,000 amounts. */
const HUGE_PLAN = { tasks: 1190, years: 10, sources: 10, edits: 500, seed: 1 };
const COMMANDS = 400;

const measureFigures: MeasureFigures = async () => {
  const document = makeLargePlan(HUGE_PLAN);
  const lines = document.tables.all("budgetLine").length;
  expectThat(lines >= 100_000, `the plan has ${lines} amounts`);
  const bytes = save(document);
  const size = `${lines} amounts`;
  return [
    await measure({
      name: `open a plan of ${size}, checked and rebuilt`,
      budgetMs: 3000,
      run: () => open(bytes),
      check: (opened) => expectThat(opened.revision === document.revision, "every change is read"),
      dispose: (opened) => opened.close(),
    }),
    await measure({
      name: "save it (export, open again, check)",
      budgetMs: 1500,
      run: () => save(document),
      check: (saved) => expectThat(saved.length === bytes.length, "the same bytes come out"),
    }),
    await measure({
      name: "open it and save it at once, before anything was written ahead",
      budgetMs: 4500,
      run: () => {
        const opened = open(bytes);
        const saved = save(opened);
        opened.close();
        return saved;
      },
      check: (saved) => expectThat(saved.length === bytes.length, "the same bytes come out"),
    }),
    {
      name: "its file, in times of its tables of current values alone",
      unit: "×",
      median: bytes.length / sizeWithoutLog(bytes),
      budget: 3,
    },
    await measureCommands(document),
  ];
};

export default measureFigures;

/** Typing amounts, each in the journal before it counts: the 95th percentile is held against the budget. */
async function measureCommands(document: PlanDocument): Promise<Figure> {
  // In memory where there is such a folder: what is measured is our work, not the disk's.
  const folder = mkdtempSync(join(process.platform === "linux" ? "/dev/shm" : tmpdir(), "civplan-bench-"));
  try {
    const journals = new JournalStore({ folder, registry: new FileRegistry() });
    const opened = await journals.open({
      planId: document.identity.planId,
      title: "Bench",
      file: null,
      base: null,
    });
    if (!opened.ok) throw new Error(opened.error.type);
    const rowIds = document.tables.all("budgetLine").map(({ id }) => id);
    const samplesMs: number[] = [];
    for (let edit = 1; edit <= COMMANDS; edit += 1) {
      const startedMs = performance.now();
      const rowId = rowIds[(edit * 251) % rowIds.length] ?? "";
      const done = document.execute(
        {
          type: "set-cells",
          edits: [{ entity: "budgetLine", rowId, cells: { lowWon: 0, likelyWon: edit, highWon: 1e9 } }],
        },
        { changeId: `00000004-0000-7000-8002-${edit.toString(16).padStart(12, "0")}`, nowMs: edit },
      );
      if (!done.ok) throw new Error(done.error.type);
      const batch = encodeJournalEntry({ type: "change", batch: done.value.journalBatch });
      const kept = await journals.append(opened.value.journalId, batch);
      samplesMs.push(performance.now() - startedMs);
      expectThat(kept.ok, "the journal takes the change");
    }
    await journals.releaseAll();
    samplesMs.sort((a, b) => a - b);
    const at = (share: number) => samplesMs[Math.floor(samplesMs.length * share)] ?? Number.NaN;
    return {
      name: "p95 of one command on it, in the journal and fsynced",
      unit: "ms",
      best: at(0),
      median: at(0.95),
      budget: 5,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function open(bytes: Uint8Array): PlanDocument {
  const read = readUntrustedPlan(bytes, openDatabase);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return PlanDocument.fromLog(openDatabase(), read.value.log);
}

function save(document: PlanDocument): Uint8Array {
  const saved = exportVerified(document, openDatabase);
  if (!saved.ok) throw new Error(saved.error.detail);
  return saved.value;
}

function sizeWithoutLog(bytes: Uint8Array): number {
  const db = openDatabase(bytes);
  try {
    for (const table of ["op_pred", "merge_log", "op", "change", "actor", "person", "meta"])
      db.run(`DROP TABLE ${table}`);
    db.run("VACUUM");
    return db.export().length;
  } finally {
    db.close();
  }
}
