import { ActionIcon, Button, Checkbox, Menu, Select } from "@mantine/core";
import { IconChevronDown, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { ceilingId } from "../../../core/plan/row-id";
import type { Evidence } from "../../session/evidence";
import { PlanFigureBox } from "../../session/plan-figure-box";
import type { MoneyUnit } from "../../ui/money-unit";
import { type FundingEntity, type FundingKind, type FundingRow, fundingKinds } from "./funding-commands";
import classes from "./funding-dialog.module.css";

interface FundingPart {
  readonly entity: FundingEntity;
  readonly years: readonly number[];
  readonly ceilings: readonly Row<"ceiling">[];
  readonly evidence: Evidence;
  readonly unit: MoneyUnit;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
  readonly onDelete: (rowId: string, name: string) => void;
}

interface FundingTableProps extends FundingPart {
  readonly rows: readonly FundingRow[];
  readonly onAdd: (kind: FundingKind) => void;
}

/** Sources with their ceilings by year, or channels: typed in place, added by kind, deleted. */
export function FundingTable({ rows, onAdd, ...part }: FundingTableProps) {
  const { t } = useTranslation();
  const { entity, years, unit, isReadOnly } = part;
  return (
    <section aria-label={t(`budget.funding.heading.${entity}`)}>
      <h3 className={classes.heading}>{t(`budget.funding.heading.${entity}`)}</h3>
      {rows.length === 0 ? (
        <p className={classes.hint}>{t(`budget.funding.none.${entity}`)}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              {years.length > 0 && (
                <tr>
                  <td colSpan={4} />
                  <th scope="colgroup" colSpan={years.length} data-column="ceilings">
                    {t("budget.funding.ceilings", { unit: t(`moneyUnit.${unit}`) })}
                  </th>
                </tr>
              )}
              <tr>
                {(["code", "title", "kind"] as const).map((name) => (
                  <th key={name} scope="col" data-column={name}>
                    {t(`inspector.field.${name}`)}
                  </th>
                ))}
                {entity === "source" && (
                  <th scope="col" data-column="share" title={t("inspector.field.isEligibleForShare")}>
                    {t("budget.funding.share")}
                  </th>
                )}
                {years.map((year) => (
                  <th key={year} scope="col" data-column="year">
                    {year}
                  </th>
                ))}
                <th scope="col" data-column="tool" aria-label={t(`budget.funding.delete.${entity}`)} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FundingTableRow key={row.id} row={row} rows={rows} {...part} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isReadOnly && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              leftSection={<IconPlus size={14} aria-hidden />}
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {t(`budget.funding.add.${entity}`)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fundingKinds[entity].map((kind) => (
              <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                {t(`inspector.choice.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  );
}

interface FundingTableRowProps extends FundingPart {
  readonly row: FundingRow;
  readonly rows: readonly FundingRow[];
}

function FundingTableRow({ row, rows, ...part }: FundingTableRowProps) {
  const { t } = useTranslation();
  const { entity, years, ceilings, evidence, unit, isReadOnly, run } = part;
  const name = row.title || row.code;
  const nameCell = (column: string) => t("budget.funding.cell", { column, name });
  const set = (cells: Parameters<typeof setCells>[0][number]["cells"]) =>
    run(setCells([{ entity, rowId: row.id, cells }]));
  const checkText = (field: "code" | "title", text: string | number) => {
    if (text === "") return t("refused.emptyName");
    const isTaken = field === "code" && rows.some(({ id, code }) => id !== row.id && code === text);
    return isTaken ? t("budget.funding.codeTaken", { code: text }) : null;
  };
  return (
    <tr>
      {(["code", "title"] as const).map((field) => (
        <td key={field}>
          <PlanFigureBox
            isBare
            label={nameCell(t(`inspector.field.${field}`))}
            entity={entity}
            rowId={row.id}
            name={field}
            evidence={evidence}
            value={row[field]}
            isReadOnly={isReadOnly}
            checkMore={(text) => checkText(field, text)}
            onCommit={(value) => set({ [field]: value })}
          />
        </td>
      ))}
      <td>
        <Select
          classNames={{ input: classes.select ?? "" }}
          aria-label={nameCell(t("inspector.field.kind"))}
          allowDeselect={false}
          readOnly={isReadOnly}
          data={fundingKinds[entity].map((kind) => ({ value: kind, label: t(`inspector.choice.${kind}`) }))}
          value={row.kind}
          onChange={(kind) => kind !== null && kind !== row.kind && void set({ kind })}
        />
      </td>
      {"isEligibleForShare" in row && (
        <td data-column="share">
          <Checkbox
            size="xs"
            aria-label={nameCell(t("inspector.field.isEligibleForShare"))}
            checked={row.isEligibleForShare}
            disabled={isReadOnly}
            onChange={(event) => void set({ isEligibleForShare: event.currentTarget.checked })}
          />
        </td>
      )}
      {years.map((year) => {
        const rowId = ceilingId(row.id, year);
        const ceiling = ceilings.find(({ id }) => id === rowId);
        return (
          <td key={year}>
            <PlanFigureBox
              isBare
              label={nameCell(t("budget.funding.ceilingOf", { year }))}
              entity="ceiling"
              rowId={rowId}
              name="ceilingWon"
              evidence={evidence}
              unit={unit}
              value={ceiling?.ceilingWon ?? ""}
              isReadOnly={isReadOnly}
              onCommit={(ceilingWon) => run(setCells([{ entity: "ceiling", rowId, cells: { ceilingWon } }]))}
              onClear={async () =>
                ceiling === undefined
                  ? null
                  : run({ type: "delete-rows", rows: [{ entity: "ceiling", rowId }] })
              }
            />
          </td>
        );
      })}
      <td data-column="tool">
        {!isReadOnly && (
          <ActionIcon
            size={22}
            aria-label={`${t(`budget.funding.delete.${entity}`)} ${name}`}
            onClick={() => part.onDelete(row.id, name)}
          >
            <IconTrash size={13} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
