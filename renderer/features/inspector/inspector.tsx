import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { showInspector } from "../../session/inspector-visibility";
import { useRowNotes } from "../../session/plan-queries";
import { useRowLabel } from "../../session/row-label";
import { type Selection, useSelection } from "../../session/selection";
import { useSessionServices } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import classes from "./inspector.module.css";
import { InspectorComments } from "./inspector-comments";
import { InspectorDependencies } from "./inspector-dependencies";
import { InspectorEvidence } from "./inspector-evidence";
import { InspectorFields } from "./inspector-fields";
import { InspectorHistory } from "./inspector-history";
import { InspectorProblems } from "./inspector-problems";

/** What is selected: its fields, where its figures come from, and what people say about it. */
export function Inspector() {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const [selection] = useSelection();
  return (
    <aside className={classes.inspector} aria-label={t("inspector.title")}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t("inspector.title")}</h2>
        <ActionIcon
          size={24}
          aria-label={t("inspector.close")}
          title={t("inspector.close")}
          onClick={() => showInspector(host, false)}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </header>
      {selection === null ? (
        <p className={classes.empty}>{t("inspector.nothing")}</p>
      ) : (
        <Selected key={`${selection.entity} ${selection.rowId}`} selection={selection} />
      )}
    </aside>
  );
}

function Selected({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const { entity, rowId } = selection;
  const { data: notes } = useRowNotes(entity, rowId);
  const label = useRowLabel();
  const edits = useScreenEdits();
  if (notes === undefined) return null;
  return (
    <>
      <div className={classes.what}>
        <span className={classes.entity}>{t(`inspector.entity.${entity}`)}</span>
        <strong className={classes.name}>{label(entity, rowId)}</strong>
      </div>
      {edits.notice}
      {notes === null ? (
        <p className={classes.empty}>{t("inspector.gone")}</p>
      ) : (
        <>
          <InspectorProblems selection={selection} />
          <InspectorFields selection={selection} notes={notes} run={edits.run} />
          <InspectorDependencies selection={selection} run={edits.run} />
          <InspectorEvidence selection={selection} notes={notes} run={edits.run} />
          <InspectorComments selection={selection} notes={notes} run={edits.run} />
          <InspectorHistory selection={selection} name={label(entity, rowId)} />
        </>
      )}
    </>
  );
}
