/**
 * Wraps a part of the stand-in so that whatever it lacks is an error with a
 * name, never a silent `undefined`: the stand-in must be stricter than Electron.
 */
export function strict<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, property, receiver) {
      if (typeof property === "string" && !(property in target) && !IGNORED.has(property)) {
        throw new Error(`The stand-in for Electron has no ${name}.${property}`);
      }
      return Reflect.get(target, property, receiver);
    },
  });
}

/** Asked by promises, bundlers and printing, not by the program. */
const IGNORED = new Set(["then", "toJSON", "__esModule", "default", "inspect"]);

/** Refuses options that the stand-in does not know how to honour. */
export function refuseUnknown(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`The stand-in for Electron does not know ${name}.${unknown[0]}`);
}
