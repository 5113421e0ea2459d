import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { JournalSummary } from "../../host/host";
import { useSessionActions } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import classes from "./file-list.module.css";
import { useWhen } from "./use-when";

interface RecoveredWorkProps {
  readonly work: readonly JournalSummary[];
  readonly isBusy: boolean;
}

/** Changes that an earlier session did not save. They stay until they are recovered or given up. */
export function RecoveredWork({ work, isBusy }: RecoveredWorkProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const when = useWhen();
  return (
    <Panel title={t("start.recovered")} subtitle={t("start.recoveredText")} className={classes.recovered}>
      <ul className={classes.list}>
        {work.map(({ journalId, header, batchCount, updatedAt }) => (
          <li key={journalId} className={classes.row}>
            <span className={classes.main}>
              <span className={classes.title}>{header.title}</span>
              <span className={classes.detail}>
                {header.file?.name ?? t("start.neverSaved")} ·{" "}
                {t("start.recoveredChanges", {
                  // The first batch of a plan that was never saved is its template.
                  count: header.file === null ? batchCount - 1 : batchCount,
                  when: when(updatedAt),
                })}
              </span>
            </span>
            <Button
              variant="subtle"
              color="gray"
              disabled={isBusy}
              onClick={() => actions.discardRecovered(journalId, header.title)}
            >
              {t("start.discard")}
            </Button>
            <Button
              variant="filled"
              disabled={isBusy}
              onClick={() => actions.recover(journalId, header.title)}
            >
              {t("start.recover")}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
