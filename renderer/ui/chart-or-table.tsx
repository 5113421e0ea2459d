import { SegmentedControl } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

export type ChartOrTable = "chart" | "table";

interface ChartOrTableSwitchProps {
  /** The name of the chart, for screen readers. */
  readonly name: string;
  readonly value: ChartOrTable;
  readonly onChange: (value: ChartOrTable) => void;
}

/** Switches between a chart and the table behind it. */
export function ChartOrTableSwitch({ name, value, onChange }: ChartOrTableSwitchProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={name}
      value={value}
      onChange={(next) => onChange(next === "table" ? "table" : "chart")}
      data={[
        { value: "chart", label: <IconChartBar size={14} role="img" aria-label={t("figure.showChart")} /> },
        { value: "table", label: <IconTable size={14} role="img" aria-label={t("figure.showTable")} /> },
      ]}
    />
  );
}
