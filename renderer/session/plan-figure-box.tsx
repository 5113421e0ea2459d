import type { ComponentProps } from "react";
import type { EntityName } from "../../core/plan/entities";
import { fieldOf } from "../ui/check-figure";
import { FigureBox } from "../ui/figure-box";
import { type Evidence, evidenceOf } from "./evidence";
import { type Selection, useSelection } from "./selection";

interface PlanFigureBoxProps
  extends Omit<ComponentProps<typeof FigureBox>, "field" | "source" | "cellId" | "onSelect"> {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly name: string;
  readonly evidence: Evidence;
  /** Where the figure comes from, when it is not the evidence of its cell that says so. */
  readonly source?: ComponentProps<typeof FigureBox>["source"];
}

/** Names the cell of the plan that a part of the page is for, so that it can be gone to. */
export const cellIdOf = (entity: EntityName, rowId: string, field: string) => `${entity}/${rowId}/${field}`;

/** A box for one cell of the plan: knows its field and its evidence, and tells the page that it is selected. */
export function PlanFigureBox({ entity, rowId, name, evidence, source, ...box }: PlanFigureBoxProps) {
  const [, select] = useSelection();
  return (
    <FigureBox
      {...box}
      field={fieldOf(entity, name)}
      source={source ?? evidenceOf(evidence, entity, rowId, name)}
      cellId={cellIdOf(entity, rowId, name)}
      onSelect={() => select({ entity, rowId, field: name })}
    />
  );
}

/** Moves the focus to the box of a cell; false when there is none on the screen. */
export function focusPlanFigure({ entity, rowId, field }: Selection): boolean {
  if (field === null) return false;
  const id = CSS.escape(cellIdOf(entity, rowId, field));
  const input = document.querySelector<HTMLInputElement>(`[data-cell="${id}"] input`);
  input?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
  return input !== null;
}
