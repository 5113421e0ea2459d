import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

/** Lets Mantine start with the kept theme and hand every later choice to `keep`. */
export function makeColorSchemeManager(
  initial: MantineColorScheme,
  keep: (theme: MantineColorScheme) => void,
): MantineColorSchemeManager {
  return {
    get: () => initial,
    set: keep,
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => {},
  };
}
