import {
  type AppliedPortfolio,
  applyPortfolio,
  type LeftOutRule,
} from "../../core/scenario/portfolio/apply-portfolio";
import type { Portfolio } from "../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioProblem } from "../../core/scenario/portfolio/portfolio-problem";
import { CliFailure } from "../failures/cli-failure";
import { failToEdit } from "../failures/edit-failure";
import { replaceFile } from "../files/write-file";
import type { CliSystem } from "../system";
import { beginEditing } from "./begin-editing";
import { exportPlan } from "./export-plan";
import { refuseNewerFormat } from "./open-plan";
import type { OpenedScenario } from "./open-scenario";

/** What was written when a plan was made to follow a portfolio. */
export interface FollowedPortfolio extends AppliedPortfolio {
  readonly leftOut: LeftOutRule;
  /** Number of the change; null where no start year had to change. */
  readonly change: number | null;
}

/** Reads what is to become of tasks that are left out; null where the plan stays as it is. */
export function readLeftOutRule(text: string | undefined): LeftOutRule | null {
  if (text === undefined || text === "keep" || text === "defer") return text ?? null;
  throw new CliFailure(2, {
    type: "unknown-choice",
    message: `--apply: "${text}" is none of defer, keep.`,
    choices: ["defer", "keep"],
  });
}

/** Starts the plan's tasks when the portfolio does, as one change of its file. */
export async function followPortfolio(
  system: CliSystem,
  opened: OpenedScenario,
  problem: PortfolioProblem,
  portfolio: Portfolio,
  { leftOut, author }: { readonly leftOut: LeftOutRule; readonly author: string | undefined },
): Promise<FollowedPortfolio> {
  refuseNewerFormat(opened);
  const { compiled, choice, document, file } = opened;
  const applied = applyPortfolio(compiled, choice.levers, problem, portfolio, leftOut);
  if (applied.delays.length === 0) return { ...applied, leftOut, change: null };
  await beginEditing(system, document, author);
  const tasks = applied.delays.map(({ taskId, years }) => ({ rowId: taskId, years }));
  const done = document.execute(
    { type: "delay-tasks", tasks },
    { changeId: system.mintId(), nowMs: system.nowMs() },
  );
  if (!done.ok) throw failToEdit("--apply", done.error);
  await replaceFile(file, exportPlan(document, opened.openDatabase), opened.stamp);
  return { ...applied, leftOut, change: done.value.changeNumber };
}
