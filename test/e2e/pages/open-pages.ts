import type { AppUnderTest } from "../../shell/fixtures";
import { FramePage } from "./frame-page";
import { HistoryPage } from "./history-page";
import { MergePage } from "./merge-page";
import { ScenariosPage } from "./scenarios-page";
import { StartPage } from "./start-page";
import { TasksPage } from "./tasks-page";

/** Every part of the app that the specs work with. */
export const openPages = (app: AppUnderTest) => ({
  start: new StartPage(app),
  frame: new FramePage(app),
  tasks: new TasksPage(app),
  scenarios: new ScenariosPage(app),
  history: new HistoryPage(app),
  merge: new MergePage(app),
});
