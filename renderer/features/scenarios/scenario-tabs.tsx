import { Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { WaitingLine } from "../../ui/waiting-line";
import type { TabContext } from "./engine/tab-context";
import classes from "./scenario-tabs.module.css";
import { SCENARIO_TABS, type ScenarioTab, useScenarioTab } from "./use-scenario-tab";

const SweepTab = lazy(() => import("./sweep/sweep-tab"));
const SensitivityTab = lazy(() => import("./sensitivity/sensitivity-tab"));
const SearchTab = lazy(() => import("./search/search-tab"));
const RobustnessTab = lazy(() => import("./robustness/robustness-tab"));

interface ScenarioTabsProps {
  readonly context: TabContext;
  readonly results: ReactNode;
}

/** What a scenario does, and what the engine can say about it. Each tab is loaded when it is first opened; what was typed and computed is kept. */
export function ScenarioTabs({ context, results }: ScenarioTabsProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useScenarioTab();
  const content = (name: ScenarioTab) => {
    switch (name) {
      case "results":
        return results;
      case "sweep":
        return <SweepTab {...context} />;
      case "sensitivity":
        return <SensitivityTab {...context} />;
      case "search":
        return <SearchTab {...context} />;
      case "robustness":
        return <RobustnessTab {...context} />;
    }
  };
  return (
    <Tabs
      value={tab}
      onChange={(next) => setTab(SCENARIO_TABS.find((name) => name === next) ?? "results")}
      keepMounted={false}
      classNames={{ list: classes.list ?? "", tab: classes.tab ?? "", panel: classes.panel ?? "" }}
    >
      <Tabs.List aria-label={t("engine.tabs")}>
        {SCENARIO_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`engine.tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {SCENARIO_TABS.map((name) => (
        <Tabs.Panel key={name} value={name}>
          <Suspense fallback={<WaitingLine />}>{tab === name && content(name)}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
