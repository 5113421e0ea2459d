type Listener = (...args: never[]) => void;

/** Listeners by event name, for the events the stand-in can raise and no others. */
export class Emitter {
  readonly #name: string;
  readonly #known: ReadonlySet<string>;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(name: string, known: readonly string[]) {
    this.#name = name;
    this.#known = new Set(known);
  }

  on = (event: string, listener: Listener): void => {
    if (!this.#known.has(event))
      throw new Error(`The stand-in for Electron never raises ${this.#name} "${event}"`);
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  };

  once = (event: string, listener: Listener): void => {
    const once: Listener = (...args) => {
      this.#listeners.set(
        event,
        (this.#listeners.get(event) ?? []).filter((entry) => entry !== once),
      );
      listener(...args);
    };
    this.on(event, once);
  };

  raise(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]));
  }

  /** Raises an event that listeners may prevent; answers whether one did. */
  raisePreventable(event: string, details: object, ...args: unknown[]): boolean {
    let prevented = false;
    const object = Object.assign(details, {
      preventDefault: () => {
        prevented = true;
      },
    });
    this.raise(event, object, ...args);
    return prevented;
  }
}
