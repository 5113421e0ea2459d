import type { StaticServer } from "../../main/static-server";

export const DEFAULT_PORT: number;
export function serveOnKnownPort(options: {
  statePath: string;
  start: (port: number) => Promise<StaticServer>;
}): Promise<{ kind: "started"; server: StaticServer } | { kind: "already-running"; url: string }>;
