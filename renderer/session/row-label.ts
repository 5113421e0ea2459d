import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type EntityName, findField, naturalKeyOf } from "../../core/plan/entities";
import { keyCellsOf } from "../../core/plan/row-id";
import { useRows } from "./plan-queries";

/** Entities whose rows people know by a title or code; all others are named by what they are about. */
const titledEntities = [
  "task",
  "area",
  "goal",
  "source",
  "channel",
  "grade",
  "criterion",
  "costLine",
  "committee",
  "resource",
  "residentGroup",
  "unit",
  "legalBasis",
  "scenario",
] as const;

/** A row as people call it: "T01 Ordinances", "T01 · 2027 · City"; its id where it is gone. */
export type RowLabel = (entity: EntityName, rowId: string) => string;

export function useRowLabel(): RowLabel {
  const { t } = useTranslation();
  const { data } = useRows(...titledEntities);
  return useMemo(() => {
    const titles = new Map<string, { readonly code: string; readonly title: string }>();
    for (const entity of titledEntities)
      for (const row of data?.[entity] ?? [])
        titles.set(`${entity}\n${row.id}`, { code: "code" in row ? row.code : "", title: row.title });
    /** Short where the row is only part of another row's name. */
    const nameOf = (entity: string, rowId: string, isPart: boolean) => {
      const found = titles.get(`${entity}\n${rowId}`);
      if (found === undefined) return rowId;
      if (isPart) return entity === "task" && found.code !== "" ? found.code : found.title || found.code;
      return (entity === "task" ? `${found.code} ${found.title}` : found.title || found.code).trim();
    };
    return (entity, rowId) => {
      if (entity === "plan") return t("inspector.entity.plan");
      const keys = naturalKeyOf(entity) === undefined ? undefined : keyCellsOf(entity, rowId);
      if (keys === undefined) return nameOf(entity, rowId, false);
      const parts = Object.entries(keys).map(([field, value]) => {
        const target = findField(entity, field)?.target;
        return target === undefined ? String(value) : nameOf(target, String(value), true);
      });
      return parts.join(" · ");
    };
  }, [data, t]);
}
