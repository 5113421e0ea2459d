import type { TFunction } from "i18next";

/** The grid's own words, most of them for screen readers. */
export const gridLocale = (t: TFunction): Record<string, string> => ({
  ariaChecked: t("grid.checked"),
  ariaUnchecked: t("grid.unchecked"),
  ariaToggleCellValue: t("grid.toggleCell"),
  ariaSortableColumn: t("grid.sortable"),
  ariaInputEditor: t("grid.editor"),
  ariaValidationErrorPrefix: t("grid.refusedPrefix"),
  noRowsToShow: t("grid.noRows"),
});
