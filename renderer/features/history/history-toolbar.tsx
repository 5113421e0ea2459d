import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { namePerson } from "../../session/cell-text";
import { usePerson } from "../../session/use-person";
import { usePlanSession } from "../../session/use-plan-session";
import classes from "./history-screen.module.css";
import type { SearchedHistory } from "./list-days";

interface HistoryToolbarProps {
  readonly search: SearchedHistory;
  readonly onSearch: (search: SearchedHistory) => void;
  readonly people: readonly { readonly personId: string; readonly personName: string }[];
  /** The row that the list is narrowed to; null for the whole plan. */
  readonly onlyName: string | null;
  readonly onShowAll: () => void;
}

/** What the list is narrowed to, and how the user appears in it. */
export function HistoryToolbar({ search, onSearch, people, onlyName, onShowAll }: HistoryToolbarProps) {
  const { t } = useTranslation();
  const { data: person } = usePerson();
  const options = people.map(({ personId, personName }) => ({
    value: personId,
    label: namePerson({ personId, personName }, person?.personId ?? null, t),
  }));
  return (
    <div className={classes.toolbar}>
      <TextInput
        className={classes.search ?? ""}
        aria-label={t("history.search")}
        placeholder={t("history.search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          search.text !== "" && (
            <CloseButton
              size="xs"
              aria-label={t("history.showAll")}
              onClick={() => onSearch({ ...search, text: "" })}
            />
          )
        }
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.currentTarget.value })}
      />
      <Select
        aria-label={t("history.person")}
        placeholder={t("history.everyone")}
        clearable
        data={options}
        value={search.personId}
        onChange={(personId) => onSearch({ ...search, personId })}
      />
      {onlyName !== null && (
        <Button
          variant="light"
          rightSection={<span aria-hidden>×</span>}
          title={t("history.showAll")}
          onClick={onShowAll}
        >
          {t("history.only", { what: onlyName })}
        </Button>
      )}
      <OwnName />
    </div>
  );
}

/** The name under which this person's changes stand in plans. */
function OwnName() {
  const { t } = useTranslation();
  const { actions } = usePlanSession();
  const queries = useQueryClient();
  const id = useId();
  const { data: person } = usePerson();
  if (person === undefined) return null;
  const keep = async (typed: string) => {
    const name = typed.trim().slice(0, 500);
    if (name === person.displayName) return;
    await actions.renamePerson(name);
    await queries.invalidateQueries();
  };
  return (
    <div className={classes.name} title={t("history.yourNameHint")}>
      <label htmlFor={id}>{t("history.yourName")}</label>
      <TextInput
        id={id}
        key={person.displayName}
        defaultValue={person.displayName}
        onBlur={(event) => void keep(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </div>
  );
}
