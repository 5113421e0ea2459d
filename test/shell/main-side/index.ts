import Module from "node:module";
import { type ChildOptions, connect, type MainCalls, type PageCalls } from "../calls";
import { createElectron } from "./electron-main";
import type { CallPage } from "./window";

/**
 * Runs the real `out/main` with the stand-in in place of the `electron`
 * module. Started by `launch-shell.ts`, as a process of its own, so that it
 * can be killed like one.
 */
const options = JSON.parse(process.argv[2] ?? "") as ChildOptions;

let callPage: CallPage | null = null;
const { electron, handlers } = createElectron(options, (name, ...args) => {
  if (callPage === null) throw new Error("not connected");
  return callPage(name, ...args);
});
const connection = connect<MainCalls, PageCalls>(
  {
    post: (message) => process.send?.(message),
    listen: (receive) => process.on("message", receive),
  },
  handlers,
);
callPage = connection.call;

const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === "electron" ? electron : load(request, ...rest));

process.argv = [process.execPath, options.mainPath, ...options.args];
// The test process is gone: so is its app.
process.on("disconnect", () => process.exit(1));
Module.createRequire(options.mainPath)(options.mainPath);
