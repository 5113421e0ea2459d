import { answerAsCompute, isComputeThread, makeRunJob } from "./compute/compute-thread";
import { answerAsGate, isGateThread, makeGate } from "./gate/gate-worker";
import { makeNodeSystem } from "./node-system";
import { runCli } from "./run-cli";

if (isGateThread()) {
  await answerAsGate();
} else if (isComputeThread()) {
  answerAsCompute();
} else {
  // `civplan … | head` closes our output early; that is no failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const script = new URL(import.meta.url);
  process.exitCode = await runCli(
    process.argv.slice(2),
    makeNodeSystem(makeGate(script), makeRunJob(script)),
  );
}
