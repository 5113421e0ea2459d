import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeLabelView } from "../engine/plan-api";

/** Says what a change did, in the language of the page. */
export function useChangeText(): (label: ChangeLabelView) => string {
  const { t } = useTranslation();
  return useCallback(
    (label) => {
      const say = ({ key, params, of }: ChangeLabelView): string =>
        t(key, of === undefined ? params : { ...params, what: say(of) });
      return say(label);
    },
    [t],
  );
}
