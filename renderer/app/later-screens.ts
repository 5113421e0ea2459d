/** How long a plan's first screen has the browser to itself before the other screens' code is fetched. */
export const LATER_SCREENS_AFTER_MS = 500;
