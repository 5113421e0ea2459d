import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { Result } from "../../core/result";
import type { LongAnswers, LongRefusal, LongWork, WholeAnswers, WholeWork } from "../engine/compute-job";
import type { JobReport, JobStatus } from "./job-slot";
import { JobSlot } from "./job-slot";
import { useOpenDocument, useSessionServices } from "./use-plan-session";

/** Jobs outlive the screens that started them, so that a look elsewhere loses nothing. */
const slots = new Map<string, JobSlot>();

function slotOf(name: string): JobSlot {
  const known = slots.get(name);
  if (known !== undefined) return known;
  const made = new JobSlot();
  slots.set(name, made);
  return made;
}

export type AnswerOf<W extends LongWork | WholeWork> = W extends LongWork
  ? Result<LongAnswers[W["kind"]], LongRefusal>
  : W extends WholeWork
    ? WholeAnswers[W["kind"]]
    : never;

export interface Job<A> {
  /** `idle` also when what ran last was about something else. */
  readonly status: JobStatus;
  readonly doneRatio: number | null;
  /** The last answer about this plan; null before the first. */
  readonly answer: A | null;
  /** The answer is about what is asked now. */
  readonly isCurrent: boolean;
  readonly isPartial: boolean;
  readonly tookMs: number;
  readonly planRevision: number;
  readonly start: () => void;
  readonly cancel: () => void;
}

export interface JobOptions {
  /** Starts by itself whenever something else is asked. */
  readonly isAutomatic: boolean;
}

/** What changes while somebody types or drags is not worth a start; the first change is answered at once. */
const SETTLE_MS = 120;
const RESTLESS_MS = 400;

/**
 * A computation on the pool. `name` is its place: one runs there at a time. One
 * that was cancelled starts again only when it is told to, or when something
 * else is asked.
 */
export function useJob<W extends LongWork | WholeWork>(
  name: string,
  work: W | null,
  { isAutomatic }: JobOptions,
): Job<AnswerOf<W>> {
  const { compute } = useSessionServices();
  const { documentKey, plan } = useOpenDocument();
  const planRevision = plan.revision;
  const slot = slotOf(name);
  const state = useSyncExternalStore(slot.state.subscribe, slot.state.get);
  const prefix = JSON.stringify(documentKey);
  const key = work === null ? null : `${prefix} ${planRevision} ${JSON.stringify(work)}`;
  const latest = useRef(work);
  latest.current = work;
  const start = useCallback(() => {
    const asked = latest.current;
    if (asked === null || key === null) return;
    const run = (signal: AbortSignal, report: JobReport): Promise<unknown> =>
      isLong(asked)
        ? compute.runLong({
            planRevision,
            work: asked,
            signal,
            onProgress: report.onProgress,
            onPartial: (value) => report.onPartial({ ok: true, value }),
          })
        : compute.runWhole({ planRevision, work: asked, signal });
    slot.start({ key, planRevision, nowMs: () => performance.now(), run });
  }, [slot, key, planRevision, compute]);
  const isAsked = state.key === key;
  const lastChangeMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!isAutomatic || key === null || isAsked) return;
    const isRestless = performance.now() - lastChangeMs.current < RESTLESS_MS;
    lastChangeMs.current = performance.now();
    const timer = window.setTimeout(start, isRestless ? SETTLE_MS : 0);
    return () => window.clearTimeout(timer);
  }, [isAutomatic, key, isAsked, start]);
  const cancel = useCallback(() => slot.cancel(), [slot]);
  const answer = state.answer?.key.startsWith(`${prefix} `) ? state.answer : null;
  return {
    status: isAsked || state.status === "running" ? state.status : "idle",
    doneRatio: state.doneRatio,
    // Each place holds the answers of its own kind of work.
    answer: (answer?.value ?? null) as AnswerOf<W> | null,
    isCurrent: answer !== null && answer.key === key,
    isPartial: answer?.isPartial ?? false,
    tookMs: answer?.tookMs ?? 0,
    planRevision: answer?.planRevision ?? planRevision,
    start,
    cancel,
  };
}

const LONG_KINDS: readonly string[] = ["draws", "sweep", "sensitivity"] satisfies readonly LongWork["kind"][];

const isLong = (work: LongWork | WholeWork): work is LongWork => LONG_KINDS.includes(work.kind);
