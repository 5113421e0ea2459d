import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language";
import { chooseLanguage } from "../session/choose-language";
import { useSessionServices } from "../session/use-plan-session";

/** Switches to the other language; its name is written in itself. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { host } = useSessionServices();
  const language = useLanguage();
  const other = language === "en" ? "ko" : "en";
  return (
    <Button lang={other} onClick={() => void chooseLanguage(host, i18n, other)}>
      {t(`language.${other}`)}
    </Button>
  );
}
