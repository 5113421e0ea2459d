import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setCells } from "../../../core/plan/command";
import type { NamedVersion, VersionPoint } from "../../engine/history-api";
import { useVersions } from "../../session/history-queries";
import { useMoment } from "../../session/use-moment";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import type { ComparedPoint } from "./history-screen";
import classes from "./history-screen.module.css";
import { NameDialog } from "./name-dialog";
import type { HistoryEdits } from "./use-history-edits";

interface VersionsPanelProps {
  readonly edits: HistoryEdits;
  readonly onCompare: (compared: ComparedPoint) => void;
}

/** States of the plan that somebody named: compare, restore, rename. */
export function VersionsPanel({ edits, onCompare }: VersionsPanelProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const { data: versions } = useVersions();
  const [isNaming, setNaming] = useState(false);
  const name = !isReadOnly && (
    <Button size="compact-sm" onClick={() => setNaming(true)}>
      {t("history.nameNow")}
    </Button>
  );
  return (
    <Panel title={t("history.versionsTitle")} action={name}>
      {versions?.length === 0 && <p className={classes.dim}>{t("history.versionsEmpty")}</p>}
      <ul className={classes.lines}>
        {versions?.map((version) => (
          <Version key={version.id} version={version} edits={edits} onCompare={onCompare} />
        ))}
      </ul>
      {isNaming && (
        <NameDialog
          title={t("history.nameTitle")}
          initial=""
          onName={(title) => void edits.run(actions.nameVersion(title, null))}
          onClose={() => setNaming(false)}
        />
      )}
    </Panel>
  );
}

function Version({ version, edits, onCompare }: VersionsPanelProps & { readonly version: NamedVersion }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const moment = useMoment();
  const [isRenaming, setRenaming] = useState(false);
  const { id, title, atMs, changesSince } = version;
  const point: VersionPoint = { type: "named", baselineId: id };
  const rename = (next: string) =>
    actions.execute(setCells([{ entity: "baseline", rowId: id, cells: { title: next } }]));
  return (
    <li className={classes.version}>
      <span>
        <span className={classes.versionTitle}>{title}</span>
        <span className={classes.dim}>
          {atMs === null
            ? t("history.notWhole")
            : `${moment.full(atMs)} · ${t("history.changesSince", { count: changesSince })}`}
        </span>
      </span>
      <span className={classes.versionButtons}>
        {atMs !== null && (
          <Button
            size="compact-sm"
            aria-label={t("history.versionOf", { title, detail: t("history.compare") })}
            onClick={() => onCompare({ point, title: t("history.differencesSince", { title }) })}
          >
            {t("history.compare")}
          </Button>
        )}
        {atMs !== null && !isReadOnly && (
          <Button
            size="compact-sm"
            aria-label={t("history.versionOf", { title, detail: t("history.restore") })}
            onClick={() => void edits.run(actions.restore(point), t("history.setBackDone"))}
          >
            {t("history.restore")}
          </Button>
        )}
        {!isReadOnly && (
          <>
            <ActionIcon
              size={24}
              aria-label={t("history.versionOf", { title, detail: t("history.rename") })}
              title={t("history.rename")}
              onClick={() => setRenaming(true)}
            >
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              aria-label={t("history.versionOf", { title, detail: t("history.deleteName") })}
              title={t("history.deleteName")}
              onClick={() =>
                void edits.run(
                  actions.execute({ type: "delete-rows", rows: [{ entity: "baseline", rowId: id }] }),
                  t("history.nameDeleted"),
                )
              }
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
      {isRenaming && (
        <NameDialog
          title={t("history.renameTitle")}
          initial={title}
          onName={(next) => void edits.run(rename(next))}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  );
}
