import { useTranslation } from "react-i18next";
import { setCells } from "../../../core/plan/command";
import { fieldEntries, fixedFieldsOf } from "../../../core/plan/entities";
import { partOfField } from "../../../core/plan/uncertain-fields";
import { describeFailure } from "../../session/error-text";
import { useSessionActions } from "../../session/use-plan-session";
import classes from "./inspector.module.css";
import { InspectorField } from "./inspector-field";
import type { InspectorPartProps } from "./inspector-part";

/** Shown in the head, or only meaningful to the program. */
const hiddenFields: ReadonlySet<string> = new Set(["position"]);

/** All fields of the row; each is typed in place. What names the row is fixed. */
export function InspectorFields({ selection, notes, run }: InspectorPartProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { entity, rowId, field: focused } = selection;
  const keys = fixedFieldsOf(entity);
  // What is uncertain about the plan is too long to stand among its other fields: each part is a topic of its own.
  const topic = partOfField(focused ?? "");
  /** As in the grids: low and high keep their distance. */
  const typeAmount = async (likelyWon: number): Promise<string | null> => {
    const result = await actions.setAmounts([{ rowId, likelyWon }]);
    if (result.ok || result.error.type === "nothing-changed") return null;
    return describeFailure(t, { group: "edit", error: result.error });
  };
  return (
    <section className={classes.section} aria-label={t("inspector.fields")}>
      {fieldEntries(entity)
        .filter(([name]) => !hiddenFields.has(name) && !keys.includes(name))
        .filter(([name]) => entity !== "plan" || partOfField(name) === topic)
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
              onCommit={(value) => {
                if (entity === "budgetLine" && name === "likelyWon" && typeof value === "number")
                  return typeAmount(value);
                return run(setCells([{ entity, rowId, cells: { [name]: value } }]));
              }}
            />
          );
        })}
    </section>
  );
}
