import { useCallback, useMemo, useState } from "react";
import type { VersionPoint } from "../../engine/history-api";
import { nameField } from "../../session/cell-text";
import { useChangeText } from "../../session/change-text";
import { useHistoryFilter } from "../../session/history-filter";
import { useHistory } from "../../session/history-queries";
import { useCellTelling } from "../../session/use-cell-telling";
import { useOpenDocument, useSessionServices } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import { BackupList } from "../backups/backup-list";
import { ChangePanel } from "./change-panel";
import { ComparisonPanel } from "./comparison-panel";
import { HistoryList } from "./history-list";
import classes from "./history-screen.module.css";
import { HistoryToolbar } from "./history-toolbar";
import { listPeople, type SearchedHistory, searchHistory } from "./list-days";
import { useHistoryEdits } from "./use-history-edits";
import { VersionsPanel } from "./versions-panel";

/** What is compared with the plan as it is now, and how that is called. */
export interface ComparedPoint {
  readonly point: VersionPoint;
  readonly title: string;
}

const EVERYTHING: SearchedHistory = { text: "", personId: null };

/** Who did what to the plan, and the ways back. */
export default function HistoryScreen() {
  const telling = useCellTelling();
  const { t } = telling;
  const { host } = useSessionServices();
  const { plan } = useOpenDocument();
  const sayChange = useChangeText();
  const { only, name, show } = useHistoryFilter();
  const { data: lines } = useHistory(only);
  const [search, setSearch] = useState(EVERYTHING);
  const [changeId, setChangeId] = useState<string | null>(null);
  const [compared, setCompared] = useState<ComparedPoint | null>(null);
  const edits = useHistoryEdits();
  const found = useMemo(
    () =>
      searchHistory(lines ?? [], search, {
        label: (line) => sayChange(line.label),
        field: (field) => nameField(field, telling),
      }),
    [lines, search, sayChange, telling],
  );
  const people = useMemo(() => listPeople(lines ?? []), [lines]);
  const choose = useCallback((id: string) => {
    setChangeId(id);
    setCompared(null);
  }, []);
  if (lines === undefined) return null;
  const chosen = changeId !== null && lines.some((line) => line.changeId === changeId) ? changeId : null;
  return (
    <div className={classes.screen}>
      <HistoryToolbar
        search={search}
        onSearch={setSearch}
        people={people}
        onlyName={only === null ? null : name}
        onShowAll={() => show(null)}
      />
      {edits.notice}
      <div className={classes.columns}>
        <HistoryList lines={found} total={lines.length} chosenId={chosen} onChoose={choose} />
        <div className={classes.side}>
          {compared !== null ? (
            <ComparisonPanel
              key={JSON.stringify(compared.point)}
              compared={compared}
              onClose={() => setCompared(null)}
            />
          ) : (
            <ChangePanel changeId={chosen} edits={edits} onCompare={setCompared} />
          )}
          <VersionsPanel edits={edits} onCompare={setCompared} />
          {host.environment.capabilities.backups && (
            <Panel title={t("backups.title")}>
              <BackupList planId={plan.planId} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}
