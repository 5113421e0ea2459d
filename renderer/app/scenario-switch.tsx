import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ScenarioSummary } from "../engine/plan-api";
import { useScenarios } from "../session/plan-queries";
import { useActiveScenario, useWhatIf } from "../session/what-if";
import classes from "./scenario-switch.module.css";

/** The plan itself among scenarios, whose ids are never this. */
const BASE = "base";

/** Under which scenario every screen shows its figures. */
export function ScenarioSwitch() {
  const { t } = useTranslation();
  const { data: scenarios = [] } = useScenarios();
  const [, setWhatIf] = useWhatIf();
  const { scenario, isModified, isWhatIf } = useActiveScenario();
  const choose = (next: ScenarioSummary | null) =>
    setWhatIf({ scenarioId: next?.id ?? null, levers: next?.levers ?? {} });
  const title = scenario?.title ?? t("whatIf.base");
  const titleOf = (id: string) => scenarios.find((other) => other.id === id)?.title;
  const entry = (candidate: ScenarioSummary) => {
    const parent = titleOf(candidate.parentId);
    return (
      <Menu.RadioItem key={candidate.id} value={candidate.id} closeMenuOnClick>
        {candidate.title}
        {parent !== undefined && (
          <span className={classes.parent}> {t("whatIf.buildsOn", { title: parent })}</span>
        )}
      </Menu.RadioItem>
    );
  };
  return (
    <div className={classes.switch}>
      <span className={classes.label} aria-hidden>
        {t("whatIf.label")}
      </span>
      <Menu position="bottom-end" width="target" styles={{ dropdown: { minWidth: 260 } }}>
        <Menu.Target>
          <Button
            className={classes.button}
            data-what-if={isWhatIf || undefined}
            rightSection={<IconChevronDown size={13} aria-hidden />}
            title={isModified ? t("whatIf.tryingLong") : title}
          >
            <span className="visually-hidden">{t("whatIf.label")}: </span>
            <span className={classes.name}>{title}</span>
            {isModified && <span className={classes.trying}>{t("whatIf.trying")}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={scenario?.id ?? BASE}
            onChange={(value) => choose(scenarios.find(({ id }) => id === value) ?? null)}
          >
            <Menu.RadioItem value={BASE} closeMenuOnClick>
              {t("whatIf.base")}
            </Menu.RadioItem>
            {scenarios.map(entry)}
          </Menu.RadioGroup>
          <Menu.Divider />
          {isModified && <Menu.Item onClick={() => choose(scenario)}>{t("whatIf.drop")}</Menu.Item>}
          <Menu.Item component="a" href="#/scenarios">
            {t("whatIf.openScenarios")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
