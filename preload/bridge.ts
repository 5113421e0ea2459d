import {
  type ChannelName,
  type CivplanBridge,
  channels,
  type EventName,
  type EventPayload,
  events,
  isChannelName,
  isEventName,
  type RequestOf,
  type ResponseOf,
} from "./contract";

/** The part of Electron's `ipcRenderer` that the bridge uses. */
export interface IpcPort {
  invoke(channel: string, request: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
  removeListener(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
}

const refuse = (detail: string) => ({
  ok: false as const,
  error: { type: "invalid-request" as const, detail },
});

/** Makes the bridge: only names of the contract, parsed in both directions, failures as data. */
export function createBridge(port: IpcPort): CivplanBridge {
  async function invoke<N extends ChannelName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
    if (!isChannelName(name)) return refuse("unknown channel") as ResponseOf<N>;
    const parsedRequest = channels[name].request.safeParse(request);
    if (!parsedRequest.success) return refuse(parsedRequest.error.message) as ResponseOf<N>;
    try {
      const answer = await port.invoke(name, parsedRequest.data);
      const parsedAnswer = channels[name].response.safeParse(answer);
      if (parsedAnswer.success) return parsedAnswer.data as ResponseOf<N>;
      return refuse(`the shell's answer to ${name} is outside the contract`) as ResponseOf<N>;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, error: { type: "failed", detail } } as ResponseOf<N>;
    }
  }

  function on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void {
    if (!isEventName(name)) return () => undefined;
    const forward = (_event: unknown, payload: unknown) => {
      const parsed = events[name].safeParse(payload);
      if (!parsed.success) return;
      if (name === "window.close-request") void port.invoke("window.close-received", parsed.data);
      listener(parsed.data as EventPayload<E>);
    };
    port.on(name, forward);
    return () => {
      port.removeListener(name, forward);
    };
  }

  return { invoke, on };
}
