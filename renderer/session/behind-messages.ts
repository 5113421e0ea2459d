const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Runs work behind the messages that have come already, so that answers that are
 * there together are drawn once; without the wait of a timer.
 */
export function behindMessages(work: () => void): void {
  waiting.push(work);
  channel.port2.postMessage(null);
}
