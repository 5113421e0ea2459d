import { UnstyledButton } from "@mantine/core";
import { IconBuilding, IconBuildingCommunity, IconFile } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateName } from "../../../core/plan/templates/template-name";
import { templateNames } from "../../../core/plan/templates/template-name";
import classes from "./template-cards.module.css";

const icons: Readonly<Record<TemplateName, ComponentType<{ size: number; stroke: number }>>> = {
  "seoul-civil-democracy": IconBuildingCommunity,
  "district-governance": IconBuilding,
  empty: IconFile,
};

interface TemplateCardsProps {
  readonly isBusy: boolean;
  readonly onChoose: (template: TemplateName) => void;
}

/** One button a template; pressing it opens a new plan at once. */
export function TemplateCards({ isBusy, onChoose }: TemplateCardsProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {templateNames.map((template) => {
        const Icon = icons[template];
        return (
          <li key={template}>
            <UnstyledButton className={classes.card} disabled={isBusy} onClick={() => onChoose(template)}>
              <Icon size={18} stroke={1.5} />
              <span>
                <span className={classes.title}>{t(`start.templates.${template}.title`)}</span>
                <span className={classes.text}>{t(`start.templates.${template}.text`)}</span>
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
