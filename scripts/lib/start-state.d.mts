export interface StartState {
  port?: number;
  electronFailure?: { version: string; atMs: number };
}

export function statePathFor(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string;
export function readState(path: string): StartState;
export function updateState(path: string, change: StartState): void;
