import type { CloseDecision, FileInfo, Host, MenuCommand } from "../../../renderer/host/host";
import { openHost } from "../../../renderer/host/open-host";

/** What a page with nothing but a host offers to the contract tests. */
export interface HostHarness {
  host: Host;
  menuCommands: MenuCommand[];
  openRequests: FileInfo[];
  closeRequests: number;
  /** What the next close request is answered with; "never" leaves it open. */
  closeDecision: CloseDecision | "never";
}

declare global {
  interface Window {
    harness: HostHarness;
  }
}

const host = await openHost();
const harness: HostHarness = {
  host,
  menuCommands: [],
  openRequests: [],
  closeRequests: 0,
  closeDecision: "close",
};
window.harness = harness;
host.subscribe({
  onMenuCommand: (command) => harness.menuCommands.push(command),
  onOpenRequest: (file) => harness.openRequests.push(file),
  onCloseRequest: () => {
    harness.closeRequests += 1;
    const { closeDecision } = harness;
    return closeDecision === "never" ? new Promise(() => undefined) : Promise.resolve(closeDecision);
  },
});
// Browsers only ask about leaving a page that the user has touched.
document.getElementById("root")?.append(`${host.environment.kind} host`);
