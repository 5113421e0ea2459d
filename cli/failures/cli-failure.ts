/**
 * Exit codes: 0 done · 1 done, but something needs a person · 2 wrong usage ·
 * 3 not a plan file, or a file that cannot be read or written · 4 damaged file ·
 * 5 newer format (on writing) · 6 refused content.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What `--json` prints of a failure. */
export interface FailureReport {
  readonly type: string;
  /** One or two clear sentences: what is wrong, what is safe, what to do. */
  readonly message: string;
  /** `nearest`, `minimum`, `choices` … */
  readonly [detail: string]: unknown;
}

/** An expected failure of a command, thrown so that it leaves the command from any depth. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;
  readonly report: FailureReport;

  constructor(exitCode: ExitCode, report: FailureReport) {
    super(report.message);
    this.exitCode = exitCode;
    this.report = report;
  }
}

/** " Did you mean …?" for messages, or nothing. */
export const suggest = (nearest: string | null): string =>
  nearest === null ? "" : ` Did you mean ${nearest}?`;
