import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "./use-person";
import { useSessionActions } from "./use-plan-session";

interface OwnNameProps {
  /** Gets the work of keeping another name, for what must come after it. */
  readonly onKeep?: (kept: Promise<void>) => void;
}

/** The name under which this person's changes and comments stand in plans: a label and its box. */
export function OwnName({ onKeep }: OwnNameProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const queries = useQueryClient();
  const id = useId();
  const { data: person } = usePerson();
  if (person === undefined) return null;
  const keep = async (name: string) => {
    await actions.renamePerson(name);
    await queries.invalidateQueries();
  };
  return (
    <>
      <label htmlFor={id} title={t("history.yourNameHint")}>
        {t("history.yourName")}
      </label>
      <TextInput
        id={id}
        key={person.displayName}
        title={t("history.yourNameHint")}
        defaultValue={person.displayName}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim().slice(0, 500);
          if (name === person.displayName) return;
          const kept = keep(name);
          onKeep?.(kept);
        }}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </>
  );
}
