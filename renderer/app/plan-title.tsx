import { Button, Popover, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PLAN_ROW_ID } from "../../core/plan/entities";
import { describeFailure } from "../session/error-text";
import { useOpenDocument, usePlanSession } from "../session/use-plan-session";
import classes from "./plan-title.module.css";

/** The plan's title; a click renames it. */
export function PlanTitle() {
  const { t } = useTranslation();
  const { plan, isReadOnly } = useOpenDocument();
  const { actions } = usePlanSession();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  if (isReadOnly) return <span className={classes.title}>{plan.title}</span>;

  const rename = async () => {
    const result = await actions.execute({
      type: "set-cells",
      edits: [{ entity: "plan", rowId: PLAN_ROW_ID, cells: { title: draft.trim() } }],
    });
    if (result.ok || result.error.type === "nothing-changed") setOpen(false);
    else setProblem(describeFailure(t, { group: "edit", error: result.error }));
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.title}
          title={t("frame.rename")}
          onClick={() => {
            setDraft(plan.title);
            setProblem(null);
            setOpen(!isOpen);
          }}
        >
          {plan.title}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <TextInput
            label={t("frame.planTitle")}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            error={problem}
            className={classes.field}
            data-autofocus
          />
          <Button type="submit" variant="filled">
            {t("frame.rename")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
