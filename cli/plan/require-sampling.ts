import { type DrawsJob, prepareDraws } from "../../core/scenario/uncertainty/run-draws";
import { CliFailure } from "../failures/cli-failure";

/** Throws a CliFailure where the sampling method cannot do what is asked, before anything long begins. */
export function requireSampling(job: DrawsJob): void {
  const prepared = prepareDraws(job);
  if (prepared.ok) return;
  const { uncertain, maximum } = prepared.error;
  throw new CliFailure(2, {
    ...prepared.error,
    message: `--sampling sobol can vary ${maximum} numbers at once, and ${uncertain} are uncertain here. Use monte-carlo or latin, or make costs fixed in the settings of what is uncertain.`,
  });
}
