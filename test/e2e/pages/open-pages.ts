import type { AppUnderTest } from "../../shell/fixtures";
import { FramePage } from "./frame-page";
import { ScenariosPage } from "./scenarios-page";
import { StartPage } from "./start-page";
import { TasksPage } from "./tasks-page";

/** Every part of the app that the specs work with. */
export const openPages = (app: AppUnderTest) => ({
  start: new StartPage(app),
  frame: new FramePage(app),
  tasks: new TasksPage(app),
  scenarios: new ScenariosPage(app),
});
