import { ComputeEngine } from "./compute-engine";
import { ComputeRequest } from "./compute-protocol";

const engine = new ComputeEngine({
  respond: (response, transfer) => postMessage(response, { transfer: [...transfer] }),
  loadSolver: async () => (await import("./load-solver")).loadSolver(),
});

addEventListener("message", (event: MessageEvent) => void engine.handle(ComputeRequest.parse(event.data)));
