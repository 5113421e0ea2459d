import type { MantineColorScheme } from "@mantine/core";
import { z } from "zod";
import type { Host, Settings } from "../host/host";
import { type Language, languageOfLocale, languages } from "../i18n/language";

export interface Preferences {
  readonly language: Language;
  readonly theme: MantineColorScheme;
}

const Stored = z.object({
  language: z.enum(languages).optional().catch(undefined),
  theme: z.enum(["light", "dark", "auto"]).optional().catch(undefined),
});

/** What this person chose before; what they never chose follows their system. */
export function readPreferences(settings: Settings, locale: string): Preferences {
  const { language, theme } = Stored.parse(settings);
  return { language: language ?? languageOfLocale(locale), theme: theme ?? "auto" };
}

/** Keeps a choice for the next start. A host that cannot keep it changes nothing for now. */
export async function keepPreference(host: Host, choice: Partial<Preferences>): Promise<void> {
  const read = await host.readSettings();
  if (read.ok) await host.writeSettings({ ...read.value, ...choice });
}
