import type { TFunction } from "i18next";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import type { DrawsWork } from "../../engine/compute-job";
import type { Language } from "../../i18n/language";
import { type AnswerOf, type Job, useJob } from "../../session/use-job";
import { useKept } from "../../session/use-kept";
import {
  type KeptUncertainty,
  useUncertaintySettings,
} from "../scenarios/certainty/use-uncertainty-settings";
import type { ComparedColumn } from "./compare-choice";

type DrawsJob = Job<AnswerOf<DrawsWork>>;

export interface CompareDraws {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly uncertainty: KeptUncertainty;
  /** In the order of the columns; null where there is nothing yet. */
  readonly summaries: readonly (DrawsSummary | null)[];
  /** The simulations of all columns as one job. */
  readonly job: Job<unknown>;
  /** Why a simulation cannot begin; null where all can. */
  readonly refusal: Extract<AnswerOf<DrawsWork>, { readonly ok: false }>["error"] | null;
}

/**
 * A simulation of each compared scenario, with the settings of the Scenarios
 * screen and the same seed, so that all are drawn the same worlds. First figures
 * of every column come before the last of any.
 */
export function useCompareDraws(
  columns: readonly ComparedColumn[],
  t: TFunction,
  language: Language,
): CompareDraws {
  const [isOn, onSwitch] = useKept("compare draws", false);
  const uncertainty = useUncertaintySettings(t, language);
  const { settings, draws, spec } = uncertainty;
  const workOf = (column: ComparedColumn | undefined): DrawsWork | null =>
    !isOn || column === undefined || draws === null || spec === null
      ? null
      : {
          kind: "draws",
          levers: column.levers,
          method: settings.method,
          draws,
          seed: settings.seed,
        };
  // One place a column, as many as can be compared; unused places have nothing to do.
  const all = [
    useColumnJob(columns[0], 0, workOf),
    useColumnJob(columns[1], 1, workOf),
    useColumnJob(columns[2], 2, workOf),
    useColumnJob(columns[3], 3, workOf),
    useColumnJob(columns[4], 4, workOf),
    useColumnJob(columns[5], 5, workOf),
  ];
  const jobs = all.slice(0, columns.length);
  const answers = jobs.map(({ answer, isCurrent }) => (isOn && isCurrent ? answer : null));
  return {
    isOn,
    onSwitch,
    uncertainty,
    summaries: answers.map((answer) => (answer?.ok ? answer.value : null)),
    job: joinJobs(isOn ? jobs : []),
    refusal: answers.flatMap((answer) => (answer?.ok === false ? [answer.error] : []))[0] ?? null,
  };
}

const useColumnJob = (
  column: ComparedColumn | undefined,
  place: number,
  workOf: (column: ComparedColumn | undefined) => DrawsWork | null,
): DrawsJob => useJob(`compare ${column?.key ?? `nothing ${place}`}`, workOf(column), { isAutomatic: true });

/** Several jobs as one: it runs while one of them does, and stopping it stops all. */
export function joinJobs(jobs: readonly DrawsJob[]): Job<unknown> {
  const has = (status: DrawsJob["status"]) => jobs.some((job) => job.status === status);
  const doneOf = ({ status, doneRatio }: DrawsJob) => (status === "running" ? (doneRatio ?? 0) : 1);
  const status = (["running", "failed", "cancelled", "idle"] as const).find(has) ?? "done";
  return {
    status: jobs.length === 0 ? "idle" : status,
    doneRatio: status === "running" ? jobs.reduce((sum, job) => sum + doneOf(job), 0) / jobs.length : null,
    answer: null,
    isCurrent: jobs.every(({ isCurrent }) => isCurrent),
    isPartial: jobs.some(({ isPartial }) => isPartial),
    tookMs: Math.max(0, ...jobs.map(({ tookMs }) => tookMs)),
    planRevision: Math.max(0, ...jobs.map(({ planRevision }) => planRevision)),
    start: () => {
      for (const job of jobs) if (job.status !== "running" && job.status !== "done") job.start();
    },
    cancel: () => {
      for (const job of jobs) if (job.status === "running") job.cancel();
    },
  };
}
