import type { OwnLabel } from "../../core/planfile/change-label";
import type { ChangeLabelView } from "./plan-api";

/** A change's label as a key of the language files and its parameters. */
export function describeChange(label: OwnLabel): ChangeLabelView {
  const key = `change.${label.key}`;
  switch (label.key) {
    case "start-plan":
      return { key, params: { template: label.template } };
    case "set-cell":
      return { key, params: { name: label.name } };
    case "set-cells":
      return { key, params: { cells: label.cells, count: label.cells } };
    case "add-rows":
    case "delete-rows":
      return { key, params: { name: label.name, count: label.rows } };
  }
}
