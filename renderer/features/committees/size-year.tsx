import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { useSelection } from "../../session/selection";
import { fieldOf } from "../../ui/check-figure";
import { FigureBox } from "../../ui/figure-box";

interface SizeYearProps {
  readonly change: Row<"committeeSize">;
  /** Years in which the committee has another change of size. */
  readonly otherYears: readonly number[];
  readonly isReadOnly: boolean;
  readonly onMove: (year: number) => Promise<string | null>;
}

/** The year from which a size holds; typing another moves the change there. */
export function SizeYear({ change, otherYears, isReadOnly, onMove }: SizeYearProps) {
  const { t } = useTranslation();
  const [, select] = useSelection();
  return (
    <FigureBox
      isBare
      label={t("committees.yearOf", { year: change.year })}
      field={fieldOf("committeeSize", "year")}
      value={change.year}
      isReadOnly={isReadOnly}
      onSelect={() => select({ entity: "committeeSize", rowId: change.id, field: null })}
      checkMore={(year) =>
        otherYears.includes(Number(year)) ? t("committees.yearTaken", { year: Number(year) }) : null
      }
      onCommit={(year) => onMove(Number(year))}
    />
  );
}
