import type { TabContext } from "../engine/tab-context";
import { GoalPanel } from "./goal-panel";
import { PortfolioPanel } from "./portfolio-panel";
import { SmallestPanel } from "./smallest-panel";

/** Searches backwards: from what is wanted to the levers, the size or the tasks that give it. */
export default function SearchTab(context: TabContext) {
  return (
    <>
      <GoalPanel {...context} />
      <SmallestPanel {...context} />
      <PortfolioPanel {...context} />
    </>
  );
}
