import { Button, Menu, Tooltip } from "@mantine/core";
import { IconChevronDown, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { resourceKinds } from "./resource-plan";
import classes from "./resources-screen.module.css";

interface ResourcesToolbarProps {
  readonly chosenTitle: string | null;
  readonly isReadOnly: boolean;
  readonly onAdd: (kind: Row<"resource">["kind"]) => void;
  readonly onDelete: () => void;
}

export function ResourcesToolbar({ chosenTitle, isReadOnly, onAdd, onDelete }: ResourcesToolbarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>{t("screen.resources")}</h1>
      {!isReadOnly && (
        <div className={classes.end}>
          <Tooltip label={chosenTitle ?? t("resources.deleteHint")}>
            <Button
              leftSection={<IconTrash size={14} aria-hidden />}
              {...(chosenTitle === null ? { "data-disabled": true } : {})}
              aria-disabled={chosenTitle === null}
              onClick={(event) => (chosenTitle === null ? event.preventDefault() : onDelete())}
            >
              {t("resources.delete")}
            </Button>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="filled"
                leftSection={<IconPlus size={14} aria-hidden />}
                rightSection={<IconChevronDown size={13} aria-hidden />}
              >
                {t("resources.add")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {resourceKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                  {t(`resources.kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </div>
  );
}
