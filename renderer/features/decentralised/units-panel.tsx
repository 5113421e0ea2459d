import { Button, Select, Switch } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { findField } from "../../../core/plan/entities";
import type { Outcome } from "../../../core/scenario/outcome";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { useSelection } from "../../session/selection";
import { FigureHelp } from "../../ui/figure-help";
import { formatExactMoney, formatInUnit } from "../../ui/format-money";
import { RowGrid } from "../../ui/grid/row-grid";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import type { DecentralisedPlan } from "./decentralised-plan";
import { makeUnitColumns, type UnitRow } from "./unit-columns";
import { addUnit, deleteUnit } from "./unit-commands";
import classes from "./units-panel.module.css";

interface UnitsPanelProps {
  readonly plan: DecentralisedPlan;
  readonly rows: readonly UnitRow[];
  readonly outcome: Outcome | undefined;
  /** Which year the amounts are of; −1 for the whole plan. */
  readonly yearIndex: number;
  readonly onYearIndex: (yearIndex: number) => void;
  readonly hasOwnRevenue: boolean;
  readonly onHasOwnRevenue: (hasOwnRevenue: boolean) => void;
  readonly revealed: { readonly rowId: string; readonly columnId: string } | null;
  readonly onRevealed: () => void;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** Districts or neighbourhoods: what each is, and what the formula gives it, exact to the won. */
export function UnitsPanel(props: UnitsPanelProps) {
  const { plan, rows, outcome, yearIndex, hasOwnRevenue, isReadOnly, run } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [, select] = useSelection();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const columns = useMemo(
    () => makeUnitColumns({ t, language, plan, hasOwnRevenue }),
    [t, language, plan, hasOwnRevenue],
  );
  const chosen = rows.find(({ id }) => id === chosenId);
  const pools = outcome?.residents.map(({ decidedWon }) => decidedWon) ?? [];
  const poolWon = yearIndex < 0 ? pools.reduce((sum, won) => sum + won, 0) : (pools[yearIndex] ?? 0);
  const allocatedWon = rows.reduce((sum, row) => sum + ((row.scenario ?? row.base)?.allocatedWon ?? 0), 0);
  const people = rows.reduce((sum, { row }) => sum + row.population, 0);
  const totals = [
    {
      id: "sum",
      texts: {
        code: t("decentralised.sum"),
        population: formatNumber(people, language),
        floorWon: formatInUnit(
          rows.reduce((sum, { row }) => sum + row.floorWon, 0),
          "thousand",
          language,
        ),
        runningCostWon: formatInUnit(
          rows.reduce((sum, { row }) => sum + row.runningCostWon, 0),
          "thousand",
          language,
        ),
        allocated: formatInUnit(allocatedWon, "thousand", language),
      },
    },
  ];
  return (
    <Panel
      title={t("decentralised.unitsTitle")}
      subtitle={t("decentralised.unitsSubtitle")}
      className={classes.panel}
      action={
        <div className={classes.actions}>
          <Select
            aria-label={t("decentralised.amountsOf")}
            value={String(yearIndex)}
            allowDeselect={false}
            w={130}
            data={[
              { value: "-1", label: t("decentralised.allYears") },
              ...plan.years.map((year, index) => ({ value: String(index), label: String(year) })),
            ]}
            onChange={(value) => props.onYearIndex(Number(value ?? -1))}
          />
          {!isReadOnly && (
            <>
              <Button
                leftSection={<IconTrash size={14} aria-hidden />}
                disabled={chosen === undefined}
                onClick={() =>
                  chosen !== undefined &&
                  void run(deleteUnit(chosen.id), t("decentralised.unitDeleted", { title: chosen.row.title }))
                }
              >
                {t("decentralised.deleteUnit")}
              </Button>
              <Button
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  void run(addUnit(plan, mintId(), t("decentralised.newUnit")), t("decentralised.unitAdded"))
                }
              >
                {t("decentralised.addUnit")}
              </Button>
            </>
          )}
          <FigureHelp
            name={t("decentralised.unitsTitle")}
            meaning={t("decentralised.unitsMeaning")}
            model="B1"
            inputs={[{ label: t("decentralised.pool"), value: formatExactMoney(poolWon, language) }]}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <p className={classes.empty}>{t("decentralised.noUnits")}</p>
      ) : (
        <>
          <div className={classes.grid}>
            <RowGrid
              rows={rows}
              columns={columns}
              totals={totals}
              isReadOnly={isReadOnly}
              chosenId={chosenId}
              onChoose={setChosenId}
              onFocusCell={(rowId, columnId) =>
                select({
                  entity: "unit",
                  rowId,
                  field: findField("unit", columnId) === undefined ? null : columnId,
                })
              }
              revealed={props.revealed}
              onRevealed={props.onRevealed}
              onEdit={(edits) => run(setCells(edits))}
            />
          </div>
          <div className={classes.foot}>
            <Switch
              checked={hasOwnRevenue}
              label={t("decentralised.ownRevenueSwitch")}
              onChange={(event) => props.onHasOwnRevenue(event.currentTarget.checked)}
            />
            <p className={classes.exact} data-testid="pool-check">
              {t(allocatedWon === poolWon ? "decentralised.sumIsPool" : "decentralised.sumIsNotPool", {
                sum: formatExactMoney(allocatedWon, language),
                pool: formatExactMoney(poolWon, language),
              })}
            </p>
          </div>
        </>
      )}
    </Panel>
  );
}
