import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { namePerson } from "../../session/cell-text";
import { OwnName } from "../../session/own-name";
import { usePerson } from "../../session/use-person";
import { shortenText } from "../../ui/shorten-text";
import classes from "./history-screen.module.css";
import type { SearchedHistory } from "./list-days";

/** What the box of people shows of a name, so that the mark behind it is seen. */
const LETTERS_IN_BOX = 20;

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
    label: namePerson(
      { personId, personName: shortenText(personName, LETTERS_IN_BOX) },
      person?.personId ?? null,
      t,
    ),
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
      <div className={classes.name}>
        <OwnName />
      </div>
    </div>
  );
}
