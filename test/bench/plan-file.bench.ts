import { buildTemplate } from "../../core/plan/templates/build-template";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { PlanDocument } from "../../core/planfile/plan-document";
import { exportVerified } from "../../core/planfile/save-plan-file";
import { expectThat, type Figure, type MeasureFigures, measure } from "./figure";
import { LARGE_PLAN, makeLargePlan, openDatabase } from "./make-large-plan";

const measureFigures: MeasureFigures = async () => {
  const document = makeLargePlan(LARGE_PLAN);
  const bytes = save(document);
  const lines = document.tables.all("budgetLine").length;
  const size = `${LARGE_PLAN.tasks} tasks × ${LARGE_PLAN.years} years, ${lines} amounts, ${document.revision} changes`;
  let edit = 0;
  const rowId = document.tables.all("budgetLine")[0]?.id ?? "";
  return [
    await measure({
      name: `open a plan of ${size}`,
      budgetMs: 500,
      run: () => open(bytes),
      check: (opened) => {
        expectThat(opened.revision === document.revision, "every change is read");
        expectThat(opened.tables.all("budgetLine").length === lines, "every amount is there");
      },
      dispose: (opened) => opened.close(),
      forMs: 3000,
    }),
    await measure({
      name: "save it (export, open again, check)",
      budgetMs: 300,
      run: () => save(document),
      check: (saved) => expectThat(open(saved).revision === document.revision, "what is saved can be opened"),
    }),
    await measure({
      name: "one command on it (type an amount)",
      budgetMs: 5,
      run: () => {
        edit += 1;
        return document.execute(
          {
            type: "set-cells",
            edits: [{ entity: "budgetLine", rowId, cells: { lowWon: 0, likelyWon: edit, highWon: 1e9 } }],
          },
          { changeId: `00000004-0000-7000-8001-${edit.toString(16).padStart(12, "0")}`, nowMs: edit },
        );
      },
      check: (done) => expectThat(done.ok, "the command is accepted"),
    }),
    sizeOf("size of that file", bytes, null),
    sizeOf("size of the template's file", save(makeTemplatePlan()), 500),
  ];
};

export default measureFigures;

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

function makeTemplatePlan(): PlanDocument {
  let next = 0;
  const mintId = () => {
    next += 1;
    return `00000000-0000-7000-8000-${next.toString(16).padStart(12, "0")}`;
  };
  const document = PlanDocument.create(openDatabase(), {
    planId: mintId(),
    createdAtMs: 0,
    appVersion: "bench",
  });
  document.beginSession({ actorId: mintId(), personId: mintId(), displayName: "Bench", startedAtMs: 0 });
  const template = "seoul-civil-democracy";
  const rows = buildTemplate(template, { language: "ko", firstYear: 2027, mintId });
  const done = document.execute({ type: "start-plan", template, rows }, { changeId: mintId(), nowMs: 0 });
  expectThat(done.ok, "the template is accepted");
  return document;
}

const sizeOf = (name: string, bytes: Uint8Array, budget: number | null): Figure => ({
  name,
  unit: "KB",
  median: bytes.length / 1024,
  budget,
});
