import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { RecentFile } from "../../host/host";
import { useSessionActions } from "../../session/use-plan-session";
import classes from "./file-list.module.css";
import { useWhen } from "./use-when";

interface RecentFilesProps {
  readonly files: readonly RecentFile[];
  readonly isBusy: boolean;
}

/** Plans that were open lately, newest first. One that is gone says so and can be taken off the list. */
export function RecentFiles({ files, isBusy }: RecentFilesProps) {
  const { t } = useTranslation();
  const headingId = useId();
  if (files.length === 0) return null;
  return (
    <>
      <h3 id={headingId} className={classes.heading}>
        {t("start.recent")}
      </h3>
      <ul className={classes.list} aria-labelledby={headingId}>
        {files.map((recent) => (
          <RecentRow key={recent.file.fileId} recent={recent} isBusy={isBusy} />
        ))}
      </ul>
    </>
  );
}

function RecentRow({ recent, isBusy }: { readonly recent: RecentFile; readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const when = useWhen();
  const { file, title, openedAt, exists } = recent;
  const where = file.folder === "" ? file.name : `${file.name} · ${file.folder}`;
  return (
    <li className={classes.row}>
      <UnstyledButton
        className={classes.main}
        disabled={isBusy || !exists}
        onClick={() => actions.openKnown(file)}
      >
        <span className={classes.title}>{title === "" ? file.name : title}</span>
        <span className={classes.detail} title={where}>
          {where}
        </span>
      </UnstyledButton>
      {exists ? (
        <span className={classes.when}>{when(openedAt)}</span>
      ) : (
        <span className={classes.missing} title={t("start.missingHelp")}>
          {t("start.missing")}
        </span>
      )}
      <ActionIcon
        size={24}
        aria-label={t("start.forget", { name: file.name })}
        onClick={() => actions.forgetRecent(file.fileId)}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}
