import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { evidenceId } from "../../../core/plan/row-id";
import { useOpenDocument } from "../../session/use-plan-session";
import { EvidenceForm } from "./evidence-form";
import { ExternalLink } from "./external-link";
import classes from "./inspector.module.css";
import type { InspectorPartProps } from "./inspector-part";

/** Where the figures of the row come from: cited with a source, or marked illustrative. */
export function InspectorEvidence({ selection, notes, run }: InspectorPartProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const { entity, rowId, field } = selection;
  /** The evidence that is edited, "" for a new one, null for none. */
  const [editing, setEditing] = useState<string | null>(null);
  // Earlier versions left an empty note behind where a figure was typed over.
  const shown = notes.evidence.filter(
    (row) => row.kind === "illustrative" || row.note !== "" || row.url !== "",
  );
  const remove = (row: Row<"evidence">) =>
    void run({ type: "delete-rows", rows: [{ entity: "evidence", rowId: row.id }] });
  const save = (about: string, cells: Pick<Row<"evidence">, "kind" | "note" | "url">) =>
    run({
      type: "set-cells",
      edits: [{ entity: "evidence", rowId: evidenceId(entity, about, rowId), cells }],
    });
  return (
    <section className={classes.section} aria-labelledby="inspector-evidence">
      <h3 id="inspector-evidence" className={classes.heading}>
        {t("inspector.evidence")}
      </h3>
      {shown.length === 0 && editing === null && <p className={classes.dim}>{t("inspector.noEvidence")}</p>}
      {shown.map((row) =>
        editing === row.id ? (
          <EvidenceForm
            key={row.id}
            entity={entity}
            evidence={row}
            field={row.field}
            onSave={save}
            onClose={() => setEditing(null)}
          />
        ) : (
          <div key={row.id} className={classes.note} data-focused={row.field === field || undefined}>
            <p className={classes.noteHead}>
              <strong>{t(`inspector.field.${row.field}`)}</strong>
              <span className={classes.kind} data-kind={row.kind}>
                {t(`inspector.kindOf.${row.kind}`)}
              </span>
              {!isReadOnly && (
                <>
                  <ActionIcon size={22} aria-label={t("inspector.edit")} onClick={() => setEditing(row.id)}>
                    <IconPencil size={13} aria-hidden />
                  </ActionIcon>
                  <ActionIcon size={22} aria-label={t("inspector.remove")} onClick={() => remove(row)}>
                    <IconTrash size={13} aria-hidden />
                  </ActionIcon>
                </>
              )}
            </p>
            {row.note !== "" && <p className={classes.text}>{row.note}</p>}
            {row.url !== "" && <ExternalLink url={row.url} />}
          </div>
        ),
      )}
      {editing === "" && (
        <EvidenceForm
          entity={entity}
          evidence={null}
          field={field}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
      {!isReadOnly && editing === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => setEditing("")}
        >
          {t("inspector.addEvidence")}
        </Button>
      )}
    </section>
  );
}
