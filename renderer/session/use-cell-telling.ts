import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language";
import type { CellTelling } from "./cell-text";

/** What texts about cells need, in the language of the page. */
export function useCellTelling(): CellTelling {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  return useMemo(() => ({ t, i18n, language }), [t, i18n, language]);
}
