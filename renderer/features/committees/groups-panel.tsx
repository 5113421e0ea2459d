import { Button, Tooltip } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { useSelection } from "../../session/selection";
import { FigureHelp } from "../../ui/figure-help";
import { formatRatio } from "../../ui/format-ratio";
import { RowGrid } from "../../ui/grid/row-grid";
import { Panel } from "../../ui/panel";
import { RowGridBox } from "../../ui/row-grid-box";
import { addGroup, deleteGroup, reservedSeatsId } from "./committee-commands";
import type { CommitteePlan, CommitteeRow } from "./committee-plan";
import { joinGroups, makeGroupColumns } from "./group-columns";
import classes from "./groups-panel.module.css";

interface GroupsPanelProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

const MOST_ROWS_SHOWN = 8;

/** Resident groups: their part of the population, the seats kept for them, and the random draw beside that. */
export function GroupsPanel({ committee, plan, isReadOnly, run }: GroupsPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [, select] = useSelection();
  const groups = useMemo(() => joinGroups(committee, plan), [committee, plan]);
  const columns = useMemo(
    () => makeGroupColumns({ t, language, plan, committeeId: committee.id }),
    [t, language, plan, committee.id],
  );
  const chosen = groups.find(({ id }) => id === chosenId);
  const compiled = (committee.scenario ?? committee.base)?.compiled;
  return (
    <Panel
      title={t("committees.groupsTitle")}
      subtitle={t("committees.groupsSubtitle")}
      action={
        <div className={classes.actions}>
          {!isReadOnly && (
            <>
              <Tooltip label={chosen?.row.title ?? t("committees.deleteGroupHint")}>
                <Button
                  size="compact-xs"
                  leftSection={<IconTrash size={13} aria-hidden />}
                  // Always there: one that came with the first click would move the grid away from the second.
                  {...(chosen === undefined ? { "data-disabled": true } : {})}
                  aria-disabled={chosen === undefined}
                  onClick={(event) => {
                    if (chosen === undefined) return event.preventDefault();
                    const done = t("committees.groupDeleted", { title: chosen.row.title });
                    void run(deleteGroup(chosen.id), done);
                  }}
                >
                  {t("committees.deleteGroup")}
                </Button>
              </Tooltip>
              <Button
                size="compact-xs"
                leftSection={<IconPlus size={13} aria-hidden />}
                onClick={() =>
                  void run(addGroup(plan, mintId(), t("committees.newGroup")), t("committees.groupAdded"))
                }
              >
                {t("committees.addGroup")}
              </Button>
            </>
          )}
          <FigureHelp
            name={t("committees.groupsTitle")}
            meaning={t("committees.groupsMeaning")}
            model="A1"
            inputs={
              compiled === undefined
                ? []
                : [
                    {
                      label: t("figureInput.attendance"),
                      value: formatRatio(compiled.citizenAttendanceRatio, language),
                    },
                  ]
            }
          />
        </div>
      }
    >
      {groups.length === 0 ? (
        <p className={classes.empty}>{t("committees.noGroups")}</p>
      ) : (
        <RowGridBox rows={Math.min(MOST_ROWS_SHOWN, groups.length)}>
          <RowGrid
            rows={groups}
            columns={columns}
            isReadOnly={isReadOnly}
            chosenId={chosenId}
            onChoose={setChosenId}
            onFocusCell={(groupId, columnId) =>
              select(
                columnId === "reservedSeats"
                  ? { entity: "reservedSeats", rowId: reservedSeatsId(committee.id, groupId), field: "seats" }
                  : {
                      entity: "residentGroup",
                      rowId: groupId,
                      field: groupFields.has(columnId) ? columnId : null,
                    },
              )
            }
            onEdit={(edits) => run(setCells(edits))}
          />
        </RowGridBox>
      )}
    </Panel>
  );
}

/** Columns that stand for a cell of the group itself. */
const groupFields: ReadonlySet<string> = new Set(["title", "populationRatio"]);
