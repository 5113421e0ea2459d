import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MeasureDefinition, MeasureKey } from "../../../../core/scenario/measures";
import classes from "./form.module.css";
import { listMeasureOptions } from "./measure-text";

interface MeasureSelectProps {
  readonly label: string;
  readonly measure: MeasureKey;
  readonly isOffered?: (definition: MeasureDefinition) => boolean;
  readonly onChange: (measure: MeasureKey) => void;
  readonly isLabelHidden?: boolean;
}

/** Chooses a figure. */
export function MeasureSelect(props: MeasureSelectProps) {
  const { label, measure, isOffered, onChange, isLabelHidden = false } = props;
  const { t } = useTranslation();
  const options = listMeasureOptions(t, isOffered);
  return (
    <Select
      {...(isLabelHidden ? { "aria-label": label } : { label })}
      classNames={{ root: classes.select ?? "", label: classes.label ?? "" }}
      searchable
      allowDeselect={false}
      data={options}
      value={measure}
      onChange={(next) => {
        const found = options.find(({ value }) => value === next);
        if (found !== undefined) onChange(found.value);
      }}
      nothingFoundMessage={t("engine.nothingFound")}
    />
  );
}
