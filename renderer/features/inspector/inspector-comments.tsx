import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconCheck, IconRotate, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { mintId } from "../../engine/mint-id";
import { localeOf } from "../../i18n/language";
import { useLanguage } from "../../i18n/use-language";
import { OwnName } from "../../session/own-name";
import { readPerson } from "../../session/person";
import { useOpenDocument, useSessionServices } from "../../session/use-plan-session";
import classes from "./inspector.module.css";
import type { InspectorPartProps } from "./inspector-part";

/** What people say about the cell or row: written, settled, deleted. */
export function InspectorComments({ selection, notes, run }: InspectorPartProps) {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const { isReadOnly } = useOpenDocument();
  const { entity, rowId } = selection;
  const field = selection.field ?? "";
  const [draft, setDraft] = useState("");
  /** A name that was typed this moment signs the comment that follows. */
  const naming = useRef(Promise.resolve());
  const what = field === "" ? t("inspector.wholeRow") : `“${t(`inspector.field.${field}`)}”`;
  const add = async () => {
    await naming.current;
    const { displayName: author } = await readPerson(host, mintId);
    const writtenAt = new Date().toISOString();
    const cells = { entity, rowId, field, text: draft.trim(), author, writtenAt };
    const failure = await run({ type: "add-rows", rows: [{ entity: "comment", rowId: mintId(), cells }] });
    if (failure === null) setDraft("");
  };
  return (
    <section className={classes.section} aria-labelledby="inspector-comments">
      <h3 id="inspector-comments" className={classes.heading}>
        {t("inspector.comments")}
      </h3>
      {notes.comments.length === 0 && <p className={classes.dim}>{t("inspector.noComments")}</p>}
      {notes.comments.map((comment) => (
        <Comment
          key={comment.id}
          comment={comment}
          isReadOnly={isReadOnly}
          onSettle={(isSettled) =>
            void run({
              type: "set-cells",
              edits: [{ entity: "comment", rowId: comment.id, cells: { isSettled } }],
            })
          }
          onDelete={() => void run({ type: "delete-rows", rows: [{ entity: "comment", rowId: comment.id }] })}
        />
      ))}
      {!isReadOnly && (
        <div className={classes.signature}>
          <OwnName
            onKeep={(kept) => {
              naming.current = kept;
            }}
          />
        </div>
      )}
      {!isReadOnly && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== "") void add();
          }}
        >
          <Textarea
            size="xs"
            autosize
            minRows={2}
            maxRows={8}
            aria-label={t("inspector.commentHere", { what })}
            placeholder={t("inspector.commentHere", { what })}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && draft.trim() !== "")
                void add();
            }}
          />
          <div className={classes.buttons}>
            <Button size="compact-sm" type="submit" disabled={draft.trim() === ""}>
              {t("inspector.addComment")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

interface CommentProps {
  readonly comment: Row<"comment">;
  readonly isReadOnly: boolean;
  readonly onSettle: (isSettled: boolean) => void;
  readonly onDelete: () => void;
}

function Comment({ comment, isReadOnly, onSettle, onDelete }: CommentProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { text, author, writtenAt, isSettled, field } = comment;
  const time = Date.parse(writtenAt);
  const when = Number.isNaN(time)
    ? writtenAt
    : new Intl.DateTimeFormat(localeOf(language), {
        dateStyle: "medium",
        timeStyle: "short",
        hourCycle: "h23",
      }).format(time);
  const settleLabel = t(isSettled ? "inspector.reopen" : "inspector.settle");
  return (
    <div className={classes.note} data-settled={isSettled || undefined}>
      <p className={classes.noteHead}>
        <strong title={author}>{author || t("inspector.someone")}</strong>
        <span className={classes.dim}>
          {when}
          {field !== "" && ` · ${t(`inspector.field.${field}`)}`}
          {isSettled && ` · ${t("inspector.settled")}`}
        </span>
        {!isReadOnly && (
          <>
            <ActionIcon
              size={22}
              aria-label={settleLabel}
              title={settleLabel}
              onClick={() => onSettle(!isSettled)}
            >
              {isSettled ? <IconRotate size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />}
            </ActionIcon>
            <ActionIcon
              size={22}
              aria-label={t("inspector.deleteComment")}
              title={t("inspector.deleteComment")}
              onClick={onDelete}
            >
              <IconTrash size={13} aria-hidden />
            </ActionIcon>
          </>
        )}
      </p>
      <p className={classes.text}>{text}</p>
    </div>
  );
}
