import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of this test's own, deleted when it ends. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "civplan-unit-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What the system throws, with its code. */
export const systemError = (code: string): Error => Object.assign(new Error(code), { code });
