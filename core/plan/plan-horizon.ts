/** No plan is longer; a longer horizon is cut where it is evaluated, and the problems list says so. */
export const MAX_HORIZON_YEARS = 50;
