import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import classes from "./form.module.css";
import { listLeverOptions } from "./lever-names";

interface LeverSelectProps {
  readonly label: string;
  readonly levers: readonly Lever[];
  readonly isOffered: (lever: Lever) => boolean;
  readonly path: string | null;
  readonly onChange: (path: string) => void;
}

/** Chooses a lever, by typing part of its name or from the groups of the panel. */
export function LeverSelect({ label, levers, isOffered, path, onChange }: LeverSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      classNames={{ root: classes.select ?? "", label: classes.label ?? "" }}
      searchable
      allowDeselect={false}
      data={listLeverOptions(levers, t, isOffered).map(({ group, items }) => ({ group, items: [...items] }))}
      value={path}
      onChange={(next) => next !== null && onChange(next)}
      nothingFoundMessage={t("engine.nothingFound")}
    />
  );
}
