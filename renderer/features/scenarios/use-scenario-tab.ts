import { useKept } from "../../session/use-kept";

export const SCENARIO_TABS = ["results", "sweep", "sensitivity", "search", "robustness"] as const;
export type ScenarioTab = (typeof SCENARIO_TABS)[number];

/** Which tab of the screen is open. */
export const useScenarioTab = () => useKept<ScenarioTab>("scenario tab", "results");
