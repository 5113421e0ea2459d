export interface SourceStamp {
  sizeBytes: number;
  modifiedMs: number;
  sha256: string;
}
export interface Stamp {
  sources: Record<string, SourceStamp>;
}

export function listSources(root: string, inputs: readonly string[]): string[];
export function takeStamp(root: string, inputs: readonly string[], previous: Stamp | null): Stamp;
export function isSameContent(a: Stamp | null, b: Stamp): boolean;
export function readStamp(path: string): Stamp | null;
export function writeStamp(path: string, stamp: Stamp): void;
