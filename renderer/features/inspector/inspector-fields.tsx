import { useTranslation } from "react-i18next";
import { fieldEntries, naturalKeyOf } from "../../../core/plan/entities";
import { indexEvidence, typeFigures } from "../../session/own-figures";
import classes from "./inspector.module.css";
import { InspectorField } from "./inspector-field";
import type { InspectorPartProps } from "./inspector-part";

/** Shown in the head, or only meaningful to the program. */
const hiddenFields: ReadonlySet<string> = new Set(["position"]);

/** All fields of the row; each is typed in place. What names the row is fixed. */
export function InspectorFields({ selection, notes, run }: InspectorPartProps) {
  const { t } = useTranslation();
  const { entity, rowId, field: focused } = selection;
  const keys = naturalKeyOf(entity) ?? [];
  const evidence = indexEvidence(notes.evidence);
  return (
    <section className={classes.section} aria-label={t("inspector.fields")}>
      {fieldEntries(entity)
        .filter(([name]) => !hiddenFields.has(name) && !keys.includes(name))
        .map(([name, field]) => {
          const source = notes.evidence.find((row) => row.field === name);
          return (
            <InspectorField
              key={name}
              label={t(`inspector.field.${name}`)}
              field={field}
              value={notes.cells[name] ?? ""}
              source={source}
              isFocused={name === focused}
              isMisfit={notes.misfitFields.includes(name)}
              onCommit={(value) => run(typeFigures(evidence, [{ entity, rowId, cells: { [name]: value } }]))}
            />
          );
        })}
    </section>
  );
}
