import { Button, Menu, Tooltip } from "@mantine/core";
import { IconChevronDown, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CommitteeKind, committeeKinds } from "./committee-commands";
import classes from "./committee-toolbar.module.css";

interface CommitteeToolbarProps {
  readonly count: number;
  /** The committee that Delete is about; null without one. */
  readonly chosenTitle: string | null;
  readonly isReadOnly: boolean;
  readonly onAdd: (kind: CommitteeKind) => void;
  readonly onDelete: () => void;
}

export function CommitteeToolbar({ count, chosenTitle, isReadOnly, onAdd, onDelete }: CommitteeToolbarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>
        {t("screen.committees")} <span className={classes.count}>{t("committees.count", { count })}</span>
      </h1>
      {!isReadOnly && (
        <div className={classes.end}>
          {chosenTitle !== null && (
            <Tooltip label={chosenTitle}>
              <Button leftSection={<IconTrash size={14} aria-hidden />} onClick={onDelete}>
                {t("committees.delete")}
              </Button>
            </Tooltip>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="filled"
                leftSection={<IconPlus size={14} aria-hidden />}
                rightSection={<IconChevronDown size={13} aria-hidden />}
              >
                {t("committees.add")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {committeeKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                  {t(`committees.kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </div>
  );
}
