import type { CliSystem } from "../system";

/** What a command answers: an object for machines, the same for people, and whether a person is needed (1). */
export interface CommandReport {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly exitCode?: 0 | 1;
}

/** Prints exactly one JSON object, or text. */
export function printReport(system: CliSystem, report: CommandReport, isJson: boolean): void {
  system.writeOut(isJson ? formatJson(report.json) : `${removeControls(report.text)}\n`);
}

/** JSON as one object, indented; the few control characters that JSON leaves alone are escaped too. */
export const formatJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)}\n`;

const STEERS_TERMINAL = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Names in a file may come from anybody: what would steer the terminal is not passed on to it. */
export const removeControls = (text: string): string => text.replaceAll(STEERS_TERMINAL, "");
