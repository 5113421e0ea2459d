import { lazy, memo, Suspense, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AfterScreen } from "../session/after-screen";
import { useIsInspectorOpen } from "../session/inspector-visibility";
import { SessionBanners } from "../session/session-banners";
import { useFileDrop } from "../session/use-file-drop";
import { useSessionActions, useSessionPart } from "../session/use-plan-session";
import { WaitingLine } from "../ui/waiting-line";
import classes from "./frame.module.css";
import { LATER_SCREENS_AFTER_MS } from "./later-screens";
import { ProblemsBar } from "./problems-bar";
import { Rail } from "./rail";
import { ReadingLine } from "./reading-line";
import { ScreenBoundary } from "./screen-boundary";
import { findScreen, type Screen, screens } from "./screens";
import { TopBar } from "./top-bar";
import { useInspectorKey } from "./use-inspector-key";
import { useRegionKeys } from "./use-region-keys";
import { hrefOf, readAddress, useRoute } from "./use-route";

const CONTENT_ID = "content";

const loadInspector = () => import("../features/inspector/inspector");
const Inspector = lazy(() => loadInspector().then((module) => ({ default: module.Inspector })));

/** Starts loading the screen that the next plan opens with. */
export const preloadFirstScreen = () => findScreen(readAddress()).preload();

/** Everything around the screens of an open plan. */
export function Frame() {
  const { t } = useTranslation();
  const screen = useRoute();
  // The screen before stays until the next one can be shown: React holds what follows a fallback for 300 ms.
  const shownScreen = useDeferredValue(screen);
  const documentKey = useSessionPart((view) => view.document?.documentKey);
  const title = useSessionPart((view) => view.document?.plan.title);
  const activity = useSessionPart((view) => view.activity);
  const heldId = useSessionPart((view) => view.other?.heldId);
  const actions = useSessionActions();
  const isInspectorOpen = useIsInspectorOpen();
  const screenName = t(`screen.${screen.id}`);
  const frameRef = useRef<HTMLDivElement>(null);
  useRegionKeys(frameRef);
  useInspectorKey();
  const isDropping = useFileDrop(actions.receiveDropped);

  // Whatever put another file beside the plan, it is looked at on the Merge screen.
  useEffect(() => {
    if (heldId !== undefined) window.location.hash = hrefOf(findScreen("merge"));
  }, [heldId]);

  useEffect(() => {
    document.title = `${t("frame.page", { screen: screenName, plan: title })} – Civplan`;
  }, [t, screenName, title]);

  // The other screens' code is fetched when the first one has been painted.
  useEffect(() => {
    const timer = window.setTimeout(async () => {
      // One after the other, so that what the user does comes in between.
      for (const other of screens) await other.preload();
      await loadInspector();
    }, LATER_SCREENS_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);

  return (
    <div className={classes.frame} ref={frameRef} data-dropping={isDropping || undefined}>
      <a
        href={`#${CONTENT_ID}`}
        className={classes.skip}
        onClick={(event) => {
          // The address belongs to the screens.
          event.preventDefault();
          document.getElementById(CONTENT_ID)?.focus();
        }}
      >
        {t("frame.skip")}
      </a>
      <AfterScreen>
        <TopBar />
      </AfterScreen>
      <div className={classes.banners}>
        <ReadingLine activity={activity} onCancel={actions.cancelOpening} />
        <SessionBanners />
      </div>
      <Rail current={screen} />
      <main id={CONTENT_ID} className={classes.content} tabIndex={-1}>
        <Suspense fallback={<WaitingLine />}>
          <ScreenBoundary key={shownScreen.id} message={t("frame.failedScreen")}>
            <ScreenContent key={documentKey} screen={shownScreen} />
          </ScreenBoundary>
        </Suspense>
      </main>
      <div className={classes.inspector} data-open={isInspectorOpen || undefined}>
        {isInspectorOpen && (
          <Suspense>
            <Inspector />
          </Suspense>
        )}
      </div>
      <AfterScreen>
        <ProblemsBar />
      </AfterScreen>
    </div>
  );
}

/**
 * A screen whose code is there is shown at once, without the detour through a
 * fallback. It is not drawn again with the frame: least of all while it is left.
 */
const ScreenContent = memo(function ScreenContent({ screen }: { readonly screen: Screen }) {
  const [Content] = useState(() => screen.loaded() ?? screen.Content);
  return <Content />;
});
