import { ComputeEngine } from "./compute-engine";
import type { ComputeResponse } from "./compute-protocol";
import { ComputeRequest } from "./compute-protocol";

const engine = new ComputeEngine((response: ComputeResponse) => postMessage(response));

addEventListener("message", (event: MessageEvent) => engine.handle(ComputeRequest.parse(event.data)));
