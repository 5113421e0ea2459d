import type { Command } from "commander";
import { BASE_NAME } from "../plan/choose-scenario";

/** Adds one more value of an option that may be given several times. */
export const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** `--scenario` and `--set`, which every command on a scenario has. */
export const addScenarioOptions = (command: Command): Command =>
  command
    .option("--scenario <NAME>", "a scenario of the plan", BASE_NAME)
    .option("--set <LEVER=VALUE>", "set a lever; may be given several times", collect, []);
