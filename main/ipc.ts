import {
  type ChannelName,
  channels,
  err,
  type HostError,
  type RequestOf,
  type Result,
  type ValueOf,
} from "../preload/contract";
import { isTrustedSender, type SenderFrame } from "./security/sender-check";

/** One handler for each channel of the contract. */
export type ChannelHandlers = {
  [N in ChannelName]: (request: RequestOf<N>) => Promise<Result<ValueOf<N>, HostError>>;
};

/** The part of Electron's `ipcMain` that is used. */
export interface IpcRegistry {
  handle(
    channel: string,
    listener: (event: { senderFrame: SenderFrame | null }, request: unknown) => unknown,
  ): void;
}

/**
 * Registers every channel behind the same three checks: the sender is the
 * page, the request fits its schema, and so does the answer. What a handler
 * throws is reported as data; nothing throws across to the page.
 */
export function registerHandlers(
  registry: IpcRegistry,
  handlers: ChannelHandlers,
  trustedOrigins: readonly string[],
  reportBug: (channel: string, error: unknown) => void,
): void {
  for (const name of Object.keys(channels) as ChannelName[]) {
    registry.handle(name, async (event, request) => {
      if (!isTrustedSender(event.senderFrame, trustedOrigins)) return refuse("untrusted sender");
      const parsed = channels[name].request.safeParse(request);
      if (!parsed.success) return refuse(parsed.error.message);
      try {
        const handler = handlers[name] as (request: unknown) => Promise<unknown>;
        return channels[name].response.parse(await handler(parsed.data));
      } catch (error) {
        reportBug(name, error);
        return err({ type: "failed", detail: error instanceof Error ? error.message : String(error) });
      }
    });
  }
}

const refuse = (detail: string) => err({ type: "invalid-request", detail });
