import { MantineProvider } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { StartScreen } from "../features/start/start-screen";
import type { Host } from "../host/host";
import { PlanSessionProvider } from "../session/plan-session-provider";
import { usePlanSession } from "../session/use-plan-session";
import { followTokens, mantineTheme } from "../ui/theme/mantine-theme";
import { getStyleNonce } from "../ui/theme/style-nonce";
import { makeColorSchemeManager } from "./color-scheme-manager";
import { keepPreference, type Preferences } from "./preferences";

const loadFrame = () => import("./frame");
const Frame = lazy(() => loadFrame().then((module) => ({ default: module.Frame })));

interface AppProps {
  readonly host: Host;
  readonly preferences: Preferences;
}

/** The whole page. */
export function App({ host, preferences }: AppProps) {
  const [colorSchemeManager] = useState(() =>
    makeColorSchemeManager(preferences.theme, (theme) => void keepPreference(host, { theme })),
  );
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={followTokens}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={getStyleNonce}
    >
      <PlanSessionProvider host={host}>
        <Pages />
      </PlanSessionProvider>
    </MantineProvider>
  );
}

/** The start screen until a plan is open, then the frame around its screens. */
function Pages() {
  const { view } = usePlanSession();
  useEffect(() => void loadFrame(), []);
  if (view.document === null) return <StartScreen />;
  return (
    <Suspense>
      <Frame />
    </Suspense>
  );
}
