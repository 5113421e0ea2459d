import type { StaticServer, StaticServerOptions } from "../main/static-server";

export function startStaticServer(options: StaticServerOptions): Promise<StaticServer>;
