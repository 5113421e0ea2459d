import { Button, Checkbox, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lever, LeverValues } from "../../../core/scenario/lever";
import type { ScenarioSummary } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import { formatRatio } from "../../ui/format-ratio";
import { findCouncilLevers } from "./council-levers";
import { freeName } from "./free-name";
import classes from "./scenario-header.module.css";
import { checkScenarioName } from "./scenario-list";

interface ScenarioHeaderProps {
  readonly title: string;
  readonly isModified: boolean;
  readonly isPending: boolean;
  readonly isReadOnly: boolean;
  readonly levers: readonly Lever[];
  readonly values: LeverValues;
  readonly taken: readonly string[];
  /** The saved scenario that is shown; a new one may build on it. */
  readonly active: ScenarioSummary | null;
  readonly onCreate: (title: string, buildsOnActive: boolean) => Promise<void>;
  /** Null for the base, which is changed on the other screens. */
  readonly onUpdate: (() => void) | null;
}

/** Which scenario is shown, and what keeps it. */
export function ScenarioHeader(props: ScenarioHeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const [buildsOnActive, setBuildsOnActive] = useState(false);
  const problem = checkScenarioName(draft, props.taken);
  return (
    <div className={classes.header}>
      <h1 className={classes.title} title={props.title}>
        {props.title}
      </h1>
      <span className={classes.pending} data-pending={props.isPending || undefined} aria-hidden />
      {!props.isReadOnly && (
        <div className={classes.end}>
          {props.onUpdate !== null && props.isModified && (
            <Button onClick={props.onUpdate}>{t("scenarios.update")}</Button>
          )}
          <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
            <Popover.Target>
              <Button
                variant="filled"
                onClick={() => {
                  setDraft(freeName(suggestName(props, language, t), props.taken));
                  setOpen(!isOpen);
                }}
              >
                {t("scenarios.create")}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <form
                className={classes.form}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (problem !== null) return;
                  setOpen(false);
                  void props.onCreate(draft.trim(), buildsOnActive && props.active !== null);
                }}
              >
                <TextInput
                  label={t("scenarios.name")}
                  value={draft}
                  onChange={(event) => setDraft(event.currentTarget.value)}
                  error={problem === null ? null : t(problem)}
                  className={classes.field}
                  // What is suggested gives way to the first key.
                  onFocus={(event) => event.currentTarget.select()}
                  data-autofocus
                />
                <Button type="submit" variant="filled" disabled={problem !== null}>
                  {t("common.save")}
                </Button>
                {props.active !== null && (
                  <Checkbox
                    size="xs"
                    className={classes.wide}
                    label={t("whatIf.buildOn", { title: props.active.title })}
                    checked={buildsOnActive}
                    onChange={(event) => setBuildsOnActive(event.currentTarget.checked)}
                  />
                )}
              </form>
            </Popover.Dropdown>
          </Popover>
        </div>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>["t"];

/** A name that says what was changed: "Council of 50, share 5 %". */
function suggestName({ levers, values }: ScenarioHeaderProps, language: "en" | "ko", t: Translate): string {
  const council = findCouncilLevers(levers);
  const seats = council === null ? undefined : values[council.seats.path];
  const share = values["decentralised.share"];
  const parts = [
    ...(typeof seats === "number" ? [t("scenarios.suggestSeats", { seats })] : []),
    ...(typeof share === "number"
      ? [t("scenarios.suggestShare", { share: formatRatio(share, language) })]
      : []),
  ];
  const name = parts.length === 0 ? t("scenarios.newTitle") : parts.join(", ");
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
