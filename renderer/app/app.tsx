import { MantineProvider } from "@mantine/core";
import { type ComponentType, useEffect, useState } from "react";
import { StartScreen } from "../features/start/start-screen";
import type { Host } from "../host/host";
import { PlanSessionProvider } from "../session/plan-session-provider";
import { useSessionPart } from "../session/use-plan-session";
import { afterPaint } from "../ui/after-paint";
import { followTokens, mantineTheme } from "../ui/theme/mantine-theme";
import { getStyleNonce } from "../ui/theme/style-nonce";
import { makeColorSchemeManager } from "./color-scheme-manager";
import { keepPreference, type Preferences } from "./preferences";

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

/** The start screen until a plan is open and its frame is there, then the frame around its screens. */
function Pages() {
  const isOpen = useSessionPart((view) => view.document !== null);
  const Frame = useFrame();
  return !isOpen || Frame === null ? <StartScreen /> : <Frame />;
}

/** The frame's code and that of the first screen, fetched while the start screen is being read. */
function useFrame(): ComponentType | null {
  const [Frame, setFrame] = useState<ComponentType | null>(null);
  useEffect(() => {
    afterPaint(
      () =>
        void import("./frame").then((module) => {
          setFrame(() => module.Frame);
          return module.preloadFirstScreen();
        }),
    );
  }, []);
  return Frame;
}
