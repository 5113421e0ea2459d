/**
 * The part of the stand-in that runs in the page, before the page's own
 * scripts: plays Electron's sandboxed preload around the real `out/preload`.
 * Written as one self-contained function, because its source text is what is
 * sent to the browser.
 */
export interface SandboxNames {
  /** The Playwright binding that carries `ipcRenderer.invoke`. */
  binding: string;
  /** The event that carries what the shell sends. */
  event: string;
}

type Transport = (message: { channel: string; args: unknown[] }) => Promise<unknown>;
type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: object,
  process: object,
) => void;

export function runInSandbox(preload: Preload, names: SandboxNames): void {
  const globals = window as unknown as Record<string, unknown>;
  const transport = globals[names.binding] as Transport;
  delete globals[names.binding];
  // Electron runs a preload in the window's own document only.
  if (window.top !== window) return;

  const strict = <T extends object>(name: string, part: T): T =>
    new Proxy(part, {
      get(target, property, receiver) {
        if (
          typeof property === "string" &&
          !(property in target) &&
          property !== "then" &&
          property !== "__esModule"
        ) {
          throw new Error(`The stand-in for Electron has no ${name}.${property}`);
        }
        return Reflect.get(target, property, receiver);
      },
    });

  /** What crosses Electron's context bridge: copies of data, wrappers of functions, never the thing itself. */
  const cross = (value: unknown): unknown => {
    if (typeof value === "function") {
      return (...args: unknown[]) => cross(value(...args.map(cross)));
    }
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error));
      });
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(cross);
    if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cross(entry)]));
    }
    return structuredClone(value);
  };

  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  window.addEventListener(names.event, (event) => {
    const { channel, args } = (event as CustomEvent<{ channel: string; args: unknown[] }>).detail;
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  });

  const electron = strict("electron", {
    contextBridge: strict("contextBridge", {
      exposeInMainWorld(name: string, api: unknown) {
        const value = cross(api);
        if (typeof value === "object" && value !== null) Object.freeze(value);
        Object.defineProperty(window, name, { value, enumerable: true });
      },
    }),
    ipcRenderer: strict("ipcRenderer", {
      async invoke(channel: string, ...args: unknown[]) {
        try {
          return await transport({ channel, args: structuredClone(args) });
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error);
          throw new Error(`Error invoking remote method '${channel}': ${text}`);
        }
      },
      on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      removeListener(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((entry) => entry !== listener),
        );
      },
    }),
  });

  const requireInSandbox = (name: string): unknown => {
    if (name === "electron" || name === "electron/renderer") return electron;
    throw new Error(`module not found in a sandboxed preload: ${name}`);
  };
  const process = strict("process", {
    platform: "linux",
    sandboxed: true,
    contextIsolated: true,
    type: "renderer",
  });
  const module = { exports: {} };
  preload(requireInSandbox, module, module.exports, process);
}

/** The text that a browser runs at the start of each document. */
export const sandboxScript = (preloadSource: string, names: SandboxNames): string =>
  `(${runInSandbox.toString()})(function (require, module, exports, process) {\n${preloadSource}\n}, ${JSON.stringify(names)});`;
