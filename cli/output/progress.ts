import type { CliSystem } from "../system";

/** Short work says nothing. */
const QUIET_MS = 1_000;

/** Tells on standard error how far a long computation is, at every tenth, once it has taken a second. */
export function makeProgress(
  system: CliSystem,
  what: string,
  unit: string,
): (done: number, size: number) => void {
  const startedMs = system.nowMs();
  let tenthsTold = 0;
  return (done, size) => {
    const tenths = size === 0 ? 10 : Math.floor((10 * done) / size);
    if (system.nowMs() - startedMs < QUIET_MS || tenths <= tenthsTold) return;
    tenthsTold = tenths;
    system.writeError(`${what}: ${done} of ${size} ${unit} (${tenths}0 %)\n`);
  };
}
