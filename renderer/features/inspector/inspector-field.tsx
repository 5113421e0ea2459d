import { Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CellValue, type EntityName, isEntityName, type Row } from "../../../core/plan/entities";
import type { Field } from "../../../core/plan/field";
import { useRows } from "../../session/plan-queries";
import { useOpenDocument } from "../../session/use-plan-session";
import { FigureBox } from "../../ui/figure-box";
import { TextBox } from "../../ui/text-box";
import classes from "./inspector.module.css";

interface InspectorFieldProps {
  readonly label: string;
  readonly field: Field<unknown>;
  readonly value: CellValue;
  readonly source: Row<"evidence"> | undefined;
  /** It is the cell that is selected. */
  readonly isFocused: boolean;
  readonly isMisfit: boolean;
  /** Null when the plan took it, else the reason. */
  readonly onCommit: (value: CellValue) => Promise<string | null>;
}

/** One field of a row with the control that fits its kind. */
export function InspectorField(props: InspectorFieldProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.field} data-focused={props.isFocused || undefined}>
      <Control {...props} />
      {props.isMisfit && <p className={classes.misfit}>▲ {t("inspector.misfit")}</p>}
    </div>
  );
}

function Control({ label, field, value, source, onCommit }: InspectorFieldProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  if (typeof value === "boolean")
    return (
      <Switch
        label={label}
        labelPosition="left"
        checked={value}
        disabled={isReadOnly}
        classNames={{ body: classes.switchBody ?? "", labelWrapper: classes.switchLabel ?? "" }}
        onChange={(event) => void onCommit(event.currentTarget.checked)}
      />
    );
  if (field.choices !== undefined)
    return (
      <div className={classes.labelled}>
        <span aria-hidden>{label}</span>
        <Select
          aria-label={label}
          value={String(value)}
          allowDeselect={false}
          readOnly={isReadOnly}
          data={field.choices.map((choice) => ({ value: choice, label: t(`inspector.choice.${choice}`) }))}
          onChange={(next) => next !== null && void onCommit(next)}
        />
      </div>
    );
  if (field.kind === "reference" && field.target !== undefined && isEntityName(field.target))
    return <ReferenceBox label={label} target={field.target} value={String(value)} onCommit={onCommit} />;
  if (typeof value === "string")
    return <TextBox label={label} value={value} isReadOnly={isReadOnly} onCommit={onCommit} />;
  const unit = field.kind === "money" ? ` (${t("moneyUnit.thousand").replace(" ", "\u00a0")})` : "";
  return (
    <FigureBox
      label={`${label}${unit}`}
      field={field}
      value={value}
      source={source}
      isReadOnly={isReadOnly}
      wide={field.kind === "money"}
      onCommit={onCommit}
    />
  );
}

interface ReferenceBoxProps {
  readonly label: string;
  readonly target: EntityName;
  readonly value: string;
  readonly onCommit: (value: CellValue) => Promise<string | null>;
}

/** Chooses a row of another kind, or none. */
function ReferenceBox({ label, target, value, onCommit }: ReferenceBoxProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const { data } = useRows(target);
  const rows = (data?.[target] ?? []) as readonly Readonly<Record<string, CellValue>>[];
  const options = rows.map((row) => ({
    value: String(row.id),
    label: [row.code, row.title].filter((part) => typeof part === "string" && part !== "").join(" "),
  }));
  const isGone = value !== "" && !options.some((option) => option.value === value);
  return (
    <div className={classes.labelled}>
      <span aria-hidden>{label}</span>
      <Select
        aria-label={label}
        value={value === "" ? null : value}
        placeholder={t("inspector.nothingChosen")}
        classNames={{ input: classes.clearable ?? "" }}
        searchable
        clearable
        readOnly={isReadOnly}
        data={isGone ? [...options, { value, label: `▲ ${t("whatIf.orphans")}` }] : options}
        onChange={(next) => void onCommit(next ?? "")}
      />
    </div>
  );
}
