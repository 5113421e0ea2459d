import { readFile } from "node:fs/promises";
import type { BrowserContext, Page, Route } from "@playwright/test";
import { MAPPED_ORIGIN, type MainCalls, toAppUrl, toMappedUrl } from "./calls";
import { type SandboxNames, sandboxScript } from "./preload-sandbox";

type CallMain = <N extends keyof MainCalls>(
  name: N,
  ...args: MainCalls[N]["args"]
) => Promise<MainCalls[N]["result"]>;

/** Permissions whose answer the page should feel. */
const PERMISSIONS = [
  "clipboard-read",
  "clipboard-write",
  "geolocation",
  "notifications",
  "camera",
  "microphone",
];

/**
 * Plays the network and navigation around the page: every request goes to the
 * shell's own protocol handler or nowhere, and wherever Electron would ask the
 * shell (navigation, new windows, permissions) the shell is asked.
 */
export async function routePage(page: Page, callMain: CallMain, names: SandboxNames, preloadPath: string) {
  /** Navigations that the shell itself started are not questioned, as in Electron. */
  let ownNavigations = 0;

  const isAllowedNavigation = async (url: string, isMainFrame: boolean): Promise<boolean> => {
    if (isMainFrame && ownNavigations > 0) {
      ownNavigations -= 1;
    } else if (await callMain("contents.will-navigate", { url, isMainFrame })) {
      return false;
    }
    if (isMainFrame) await callMain("contents.did-start-navigation", url);
    return true;
  };

  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const url = toAppUrl(request.url());
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      if (!(await isAllowedNavigation(url, isMainFrame))) return route.abort("aborted");
    }
    if (!request.url().startsWith(`${MAPPED_ORIGIN}/`)) return route.abort("internetdisconnected");
    const response = await callMain("protocol.request", {
      url,
      method: request.method(),
      headers: request.headers(),
    });
    await route.fulfill({
      status: response.status,
      headers: response.headers,
      body: Buffer.from(response.body),
    });
  };

  await page.route("**/*", (route) =>
    answer(route).catch(() => route.abort("failed").catch(() => undefined)),
  );
  await page.exposeBinding(names.binding, ({ frame }, message: { channel: string; args: unknown[] }) =>
    callMain("ipc.invoke", {
      ...message,
      frameUrl: toAppUrl(frame.url()),
      isMainFrame: frame.parentFrame() === null,
    }),
  );
  await page.addInitScript(sandboxScript(await readFile(preloadPath, "utf8"), names));
  const stopRefusing = await refuseNewWindows(page.context(), callMain);
  page.on("crash", () => void callMain("contents.gone"));
  const granted: string[] = [];
  for (const permission of PERMISSIONS) {
    if (await callMain("permission.check", permission)) granted.push(permission);
  }
  if (granted.length > 0) await page.context().grantPermissions(granted, { origin: MAPPED_ORIGIN });

  return {
    stop: stopRefusing,
    load: async (url: string) => {
      ownNavigations += 1;
      await page.goto(toMappedUrl(url));
    },
    reload: async () => {
      ownNavigations += 1;
      await page.reload();
    },
  };
}

/**
 * Electron asks before a window exists. Here it exists for a moment, without
 * anything in it: its requests are aborted, and it is closed.
 *
 * @returns stops refusing: the next start of the app has a page of its own
 */
async function refuseNewWindows(context: BrowserContext, callMain: CallMain): Promise<() => void> {
  /** Requests of new windows that no window has been counted for yet. */
  let openRequests = 0;
  const askMain = async (url: string) => {
    const action = await callMain("contents.open-window", toAppUrl(url)).catch(() => "deny" as const);
    if (action === "allow") throw new Error("The stand-in for Electron shows one window");
  };
  // Routes of the app's own page come first; this one is for everything else.
  const abort = async (route: Route) => {
    if (route.request().isNavigationRequest()) {
      openRequests += 1;
      void askMain(route.request().url());
    }
    await route.abort("blockedbyclient");
  };
  const close = async (popup: Page) => {
    await new Promise((done) => setTimeout(done, 200));
    if (openRequests > 0) openRequests -= 1;
    else await askMain(popup.url());
    await popup.close();
  };
  const onPage = (popup: Page) => void close(popup).catch(() => undefined);
  await context.route("**/*", abort);
  context.on("page", onPage);
  return () => {
    context.off("page", onPage);
    void context.unroute("**/*", abort).catch(() => undefined);
  };
}
