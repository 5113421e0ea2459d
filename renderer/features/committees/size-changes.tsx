import { ActionIcon, Button, Menu, Select } from "@mantine/core";
import { IconChevronDown, IconPlus, IconTrash } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { committeeSizeId } from "../../../core/plan/row-id";
import { mintId } from "../../engine/mint-id";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { addOrdinance, deleteSize, moveSize, setSize } from "./committee-commands";
import classes from "./committee-editor.module.css";
import type { CommitteePlan } from "./committee-plan";
import type { CommitteeProblem } from "./committee-problems";
import { Ordinances } from "./ordinances";
import { SizeYear } from "./size-year";

interface SizeChangesProps {
  readonly row: Row<"committee">;
  readonly plan: CommitteePlan;
  readonly problems: readonly CommitteeProblem[];
  readonly years: readonly number[];
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** Sizes that a committee has from a year on, each with the ordinance that allows it. */
export function SizeChanges({ row, plan, problems, years, isReadOnly, run }: SizeChangesProps) {
  const { t } = useTranslation();
  const changes = plan.committeeSize
    .filter((change) => change.committeeId === row.id)
    .sort((a, b) => a.year - b.year);
  const taken = new Set(changes.map(({ year }) => year));
  const freeYears = years.filter((year) => !taken.has(year));
  const last = changes.at(-1) ?? row;
  const basisId = plan.legalBasis.at(-1)?.id ?? "";

  return (
    <section className={classes.section} aria-label={t("committees.section.changes")}>
      <h3 className={classes.heading}>{t("committees.section.changes")}</h3>
      {changes.length === 0 && <p className={classes.none}>{t("committees.noChanges")}</p>}
      {changes.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col" className={classes.year}>
                {t("committees.fromYear")}
              </th>
              <th scope="col" className={classes.number}>
                {t("committees.column.seats")}
              </th>
              <th scope="col" className={classes.number}>
                {t("committees.column.officials")}
              </th>
              <th scope="col" className={classes.tool} aria-label={t("committees.deleteChange")} />
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Fragment key={change.id}>
                <tr>
                  <td>
                    <SizeYear
                      change={change}
                      otherYears={[...taken].filter((year) => year !== change.year)}
                      isReadOnly={isReadOnly}
                      onMove={(year) => run(moveSize(row.id, change.year, year))}
                    />
                  </td>
                  {(["seats", "officials"] as const).map((field) => (
                    <td key={field}>
                      <PlanFigureBox
                        isBare
                        label={t("committees.changeOf", {
                          figure: t(`committees.figure.${field}`),
                          year: change.year,
                        })}
                        entity="committeeSize"
                        rowId={change.id}
                        name={field}
                        evidence={plan.evidence}
                        value={change[field]}
                        isReadOnly={isReadOnly}
                        checkMore={(value) => {
                          const next = { ...change, [field]: value };
                          return next.seats < next.officials
                            ? t("refused.seatsBelowOfficials", {
                                seats: next.seats,
                                officials: next.officials,
                              })
                            : null;
                        }}
                        onCommit={(value) =>
                          run(
                            setCells([
                              {
                                entity: "committeeSize",
                                rowId: committeeSizeId(row.id, change.year),
                                cells: { [field]: value },
                              },
                            ]),
                          )
                        }
                      />
                    </td>
                  ))}
                  <td>
                    {!isReadOnly && (
                      <ActionIcon
                        aria-label={t("committees.deleteChange")}
                        onClick={() => void run(deleteSize(change.id), t("committees.changeDeleted"))}
                      >
                        <IconTrash size={14} aria-hidden />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
                <tr>
                  <td colSpan={4}>
                    <Select
                      aria-label={t("committees.ordinance")}
                      value={change.legalBasisId}
                      allowDeselect={false}
                      disabled={isReadOnly}
                      placeholder={t("committees.noOrdinance")}
                      comboboxProps={{ width: 320, position: "bottom-end" }}
                      data={plan.legalBasis.map(({ id, title, inForceFromYear }) => ({
                        value: id,
                        label: t("committees.ordinanceFrom", { title, year: inForceFromYear }),
                      }))}
                      onChange={(legalBasisId) =>
                        legalBasisId !== null &&
                        void run(
                          setSize(row.id, change.year, {
                            seats: change.seats,
                            officials: change.officials,
                            legalBasisId,
                          }),
                        )
                      }
                    />
                  </td>
                </tr>
                {problems
                  .filter(({ committeeId, year }) => committeeId === row.id && year === change.year)
                  .map(({ text }) => (
                    <tr key={text}>
                      <td colSpan={4} className={classes.problem} role="alert">
                        ▲ {text}
                      </td>
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Ordinances plan={plan} isReadOnly={isReadOnly} run={run} />
      {!isReadOnly && (
        <div className={classes.actions}>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                leftSection={<IconPlus size={14} aria-hidden />}
                rightSection={<IconChevronDown size={13} aria-hidden />}
                disabled={freeYears.length === 0}
              >
                {t("committees.addChange")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t("committees.fromYear")}</Menu.Label>
              {freeYears.map((year) => (
                <Menu.Item
                  key={year}
                  onClick={() =>
                    void run(
                      setSize(row.id, year, {
                        seats: last.seats,
                        officials: last.officials,
                        legalBasisId: basisId,
                      }),
                    )
                  }
                >
                  {year}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="subtle"
            onClick={() =>
              void run(
                addOrdinance(plan, mintId(), t("committees.newOrdinance"), years[0] ?? 2027),
                t("committees.ordinanceAdded"),
              )
            }
          >
            {t("committees.addOrdinance")}
          </Button>
        </div>
      )}
    </section>
  );
}
