import { ActionIcon, Select, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { describeFailure } from "../../session/error-text";
import { useRows } from "../../session/plan-queries";
import { type Selection, useReveal } from "../../session/selection";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import type { ScreenEdits } from "../../session/use-screen-edits";
import { announce } from "../../ui/announce";
import classes from "./inspector.module.css";
import { addDependency, listTaskDependencies, removeDependency, taskOfSelection } from "./task-dependencies";

interface InspectorDependenciesProps {
  readonly selection: Selection;
  readonly run: ScreenEdits["run"];
}

/** What the selected task, or the task of the selected amount, waits for, and what waits for it. */
export function InspectorDependencies({ selection, run }: InspectorDependenciesProps) {
  const { data } = useRows("task", "taskDependency");
  const taskId = taskOfSelection(selection);
  const task = data?.task.find(({ id }) => id === taskId);
  if (data === undefined || task === undefined) return null;
  return (
    <OfTask
      task={task}
      isNamed={selection.entity !== "task"}
      tasks={data.task}
      dependencies={data.taskDependency}
      run={run}
    />
  );
}

interface OfTaskProps {
  readonly task: Row<"task">;
  /** The headings say which task it is, since something else is selected. */
  readonly isNamed: boolean;
  readonly tasks: readonly Row<"task">[];
  readonly dependencies: readonly Row<"taskDependency">[];
  readonly run: ScreenEdits["run"];
}

function OfTask({ task, isNamed, tasks, dependencies, run }: OfTaskProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const actions = useSessionActions();
  const [search, setSearch] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const choice = useRef<HTMLInputElement>(null);
  const { waitsFor, waitedForBy, choices } = listTaskDependencies(task.id, tasks, dependencies);
  const add = async (predecessorId: string) => {
    setSearch("");
    const result = await actions.execute(addDependency(task.id, predecessorId));
    // What is there already is no mistake.
    if (result.ok || result.error.type === "nothing-changed") return;
    const text = describeFailure(t, { group: "edit", error: result.error });
    setRefusal(text);
    announce(text);
  };
  const remove = (predecessorId: string) => {
    setRefusal(null);
    void run(removeDependency(task.id, predecessorId));
    // The button that was pressed goes with its line.
    choice.current?.focus();
  };
  return (
    <>
      <section className={classes.section} aria-labelledby="inspector-waits-for">
        <h3 id="inspector-waits-for" className={classes.heading}>
          {isNamed ? t("inspector.waitsForOf", { task: shortNameOf(task) }) : t("inspector.waitsFor")}
        </h3>
        {waitsFor.length === 0 && <p className={classes.dim}>{t("inspector.waitsForNothing")}</p>}
        {waitsFor.map((predecessor) => {
          const name = predecessor.task === undefined ? t("inspector.deletedTask") : nameOf(predecessor.task);
          return (
            <div key={predecessor.id} className={classes.linked}>
              {predecessor.task === undefined ? (
                <span className={classes.misfit}>▲ {name}</span>
              ) : (
                <TaskButton task={predecessor.task} />
              )}
              {!isReadOnly && (
                <ActionIcon
                  size={22}
                  aria-label={t("inspector.waitForNoLonger", { task: name })}
                  title={t("inspector.waitForNoLonger", { task: name })}
                  onClick={() => remove(predecessor.id)}
                >
                  <IconX size={13} aria-hidden />
                </ActionIcon>
              )}
            </div>
          );
        })}
        {!isReadOnly && (
          <Select
            ref={choice}
            className={classes.choice}
            aria-label={t("inspector.waitForTask")}
            placeholder={t("inspector.waitForTask")}
            searchable
            openOnFocus={false}
            data={choices.map((row) => ({ value: row.id, label: nameOf(row) }))}
            nothingFoundMessage={t("inspector.noSuchTask")}
            maxDropdownHeight={240}
            value={null}
            searchValue={search}
            onSearchChange={(text) => {
              setSearch(text);
              if (text !== "") setRefusal(null);
            }}
            onChange={(next) => next !== null && void add(next)}
            error={refusal}
            classNames={{ error: classes.refusal ?? "" }}
          />
        )}
      </section>
      <section className={classes.section} aria-labelledby="inspector-waited-for-by">
        <h3 id="inspector-waited-for-by" className={classes.heading}>
          {isNamed ? t("inspector.waitedForByOf", { task: shortNameOf(task) }) : t("inspector.waitedForBy")}
        </h3>
        {waitedForBy.length === 0 && <p className={classes.dim}>{t("inspector.waitedForByNothing")}</p>}
        {waitedForBy.map((successor) => (
          <div key={successor.id} className={classes.linked}>
            <TaskButton task={successor} />
          </div>
        ))}
      </section>
    </>
  );
}

/** A task by name; pressed, it is shown where it stands. */
function TaskButton({ task }: { readonly task: Row<"task"> }) {
  const { t } = useTranslation();
  const reveal = useReveal();
  return (
    <UnstyledButton
      className={classes.task}
      title={t("inspector.showTask")}
      onClick={() => {
        reveal({ entity: "task", rowId: task.id, field: "title" });
        window.location.hash = "#/tasks";
      }}
    >
      {nameOf(task)}
    </UnstyledButton>
  );
}

const nameOf = ({ code, title }: Row<"task">): string => `${code} ${title}`.trim();
const shortNameOf = ({ code, title }: Row<"task">): string => code || `“${title}”`;
