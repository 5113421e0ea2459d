import { Button, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type EntityName, fieldEntries, fixedFieldsOf, type Row } from "../../../core/plan/entities";
import { isOpenableUrl } from "./external-link";
import classes from "./inspector.module.css";

interface EvidenceFormProps {
  readonly entity: EntityName;
  /** Null for a new one. */
  readonly evidence: Row<"evidence"> | null;
  /** The cell that it is about at first. */
  readonly field: string | null;
  readonly onSave: (
    field: string,
    cells: Pick<Row<"evidence">, "kind" | "note" | "url">,
  ) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Says where the figure of a cell comes from. */
export function EvidenceForm({ entity, evidence, field, onSave, onClose }: EvidenceFormProps) {
  const { t } = useTranslation();
  const fields = fieldEntries(entity)
    .map(([name]) => name)
    .filter((name) => name !== "position" && !fixedFieldsOf(entity).includes(name));
  const [about, setAbout] = useState(field !== null && fields.includes(field) ? field : (fields[0] ?? ""));
  const [kind, setKind] = useState(evidence?.kind ?? "cited");
  const [note, setNote] = useState(evidence?.note ?? "");
  const [url, setUrl] = useState(evidence?.url ?? "");
  const urlProblem = url.trim() === "" || isOpenableUrl(url.trim()) ? null : t("inspector.evidenceUrlBad");
  return (
    <form
      className={classes.form}
      onSubmit={async (event) => {
        event.preventDefault();
        if (urlProblem !== null) return;
        const failure = await onSave(about, { kind, note: note.trim(), url: url.trim() });
        if (failure === null) onClose();
      }}
    >
      {evidence === null && (
        <Select
          label={t("inspector.evidenceField")}
          value={about}
          allowDeselect={false}
          data={fields.map((name) => ({ value: name, label: t(`inspector.field.${name}`) }))}
          onChange={(next) => next !== null && setAbout(next)}
        />
      )}
      <SegmentedControl
        aria-label={t("inspector.evidenceKind")}
        value={kind}
        onChange={(next) => setKind(next === "illustrative" ? "illustrative" : "cited")}
        data={(["cited", "illustrative"] as const).map((value) => ({
          value,
          label: t(`inspector.choice.${value}`),
        }))}
      />
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        label={t("inspector.evidenceNote")}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t("inspector.evidenceUrl")}
        value={url}
        error={urlProblem}
        placeholder="https://"
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          size="compact-sm"
          type="submit"
          variant="filled"
          disabled={urlProblem !== null || (note.trim() === "" && url.trim() === "" && kind === "cited")}
        >
          {t("common.save")}
        </Button>
      </div>
    </form>
  );
}
