import { setImmediate, setTimeout } from "node:timers/promises";

const HELD_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a short stretch of work that Ctrl-C must not cut in two. A signal that
 * comes meanwhile takes effect afterwards.
 */
export async function holdSignals<T>(work: () => T): Promise<T> {
  let held: NodeJS.Signals | null = null;
  const hold = (signal: NodeJS.Signals) => {
    held = signal;
  };
  for (const signal of HELD_SIGNALS) process.on(signal, hold);
  try {
    return work();
  } finally {
    // A signal that came meanwhile is only noticed by the next round of the event loop.
    await setTimeout(0);
    await setImmediate();
    for (const signal of HELD_SIGNALS) process.off(signal, hold);
    if (held !== null) process.kill(process.pid, held);
  }
}
