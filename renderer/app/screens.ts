import {
  IconAdjustmentsHorizontal,
  IconChartArrowsVertical,
  IconCoins,
  IconColumns,
  IconGitMerge,
  IconHistory,
  IconLayoutDashboard,
  IconListDetails,
  IconStack2,
  IconUsersGroup,
  type TablerIcon,
} from "@tabler/icons-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export const screenGroups = ["plan", "people", "whatIf", "file"] as const;
export type ScreenGroup = (typeof screenGroups)[number];

export interface Screen {
  /** Also the address (`#/tasks`) and the key of the label (`screen.tasks`). */
  readonly id: string;
  readonly group: ScreenGroup;
  readonly Icon: TablerIcon;
  readonly Content: LazyExoticComponent<ComponentType>;
  /** Starts loading the screen's code before it is asked for. */
  readonly preload: () => Promise<unknown>;
  /** The screen itself, once its code is there; null before. */
  readonly loaded: () => ComponentType | null;
}

function defineScreen(
  id: string,
  group: ScreenGroup,
  Icon: TablerIcon,
  load: () => Promise<{ default: ComponentType }>,
): Screen {
  let loaded: ComponentType | null = null;
  const preload = async () => {
    const module = await load();
    loaded = module.default;
    return module;
  };
  return { id, group, Icon, Content: lazy(preload), preload, loaded: () => loaded };
}

/** Every screen of an open plan, in the order of the rail. A new screen is one line here and one folder in features. */
export const screens: readonly [Screen, ...Screen[]] = [
  defineScreen("overview", "plan", IconLayoutDashboard, () => import("../features/overview/overview-screen")),
  defineScreen("tasks", "plan", IconListDetails, () => import("../features/tasks/tasks-screen")),
  defineScreen("budget", "plan", IconCoins, () => import("../features/budget/budget-screen")),
  defineScreen("resources", "plan", IconStack2, () => import("../features/resources/resources-screen")),
  defineScreen(
    "committees",
    "people",
    IconUsersGroup,
    () => import("../features/committees/committees-screen"),
  ),
  defineScreen(
    "decentralised",
    "people",
    IconChartArrowsVertical,
    () => import("../features/decentralised/decentralised-screen"),
  ),
  defineScreen(
    "scenarios",
    "whatIf",
    IconAdjustmentsHorizontal,
    () => import("../features/scenarios/scenarios-screen"),
  ),
  defineScreen("compare", "whatIf", IconColumns, () => import("../features/compare/compare-screen")),
  defineScreen("history", "file", IconHistory, () => import("../features/history/history-screen")),
  defineScreen("merge", "file", IconGitMerge, () => import("../features/merge/merge-screen")),
];

/** The screen with this id, or the first one for an address that names none. */
export const findScreen = (id: string): Screen => screens.find((screen) => screen.id === id) ?? screens[0];
