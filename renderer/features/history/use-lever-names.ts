import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLevers } from "../../session/plan-queries";
import { nameLever } from "../scenarios/engine/lever-names";
import { sayLeverPath } from "./say-lever-path";

/** Says the name of a row as people know it: a lever by its name, not by its path. */
export function useLeverNames(): (rowName: string) => string {
  const { t } = useTranslation();
  const { data: levers } = useLevers();
  const byPath = useMemo(
    () => new Map(levers?.map((lever) => [lever.path, nameLever(lever, levers, t)])),
    [levers, t],
  );
  return useCallback((rowName) => sayLeverPath(rowName, (path) => byPath.get(path)), [byPath]);
}
