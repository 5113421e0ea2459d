import type { StartState } from "./start-state.mjs";

export function findElectronRuntime(projectRoot: string): string | null;
export function electronVersion(projectRoot: string): string;
export function failedRecently(state: StartState, version: string, nowMs: number): boolean;
export function downloadElectronRuntime(
  projectRoot: string,
  say: (line: string) => void,
): Promise<string | null>;
