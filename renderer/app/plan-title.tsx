import { Button, Popover, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PLAN_ROW_ID } from "../../core/plan/entities";
import type { PlanState } from "../engine/plan-api";
import { describeFailure } from "../session/error-text";
import { useSessionActions } from "../session/use-plan-session";
import { checkFigure, fieldOf } from "../ui/check-figure";
import classes from "./plan-title.module.css";

interface Draft {
  readonly title: string;
  readonly firstYear: string;
  readonly lastYear: string;
}

type Problems = { [field in keyof Draft]?: string };

const years = ["firstYear", "lastYear"] as const;

/** The plan's title; a click opens its title and its years for typing. */
export function PlanTitle({ plan }: { readonly plan: PlanState }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<Draft>({ title: "", firstYear: "", lastYear: "" });
  const [problems, setProblems] = useState<Problems>({});
  if (plan.isReadOnly) return <span className={classes.title}>{plan.title}</span>;

  const type = (field: keyof Draft, text: string) => {
    setDraft({ ...draft, [field]: text });
    setProblems({});
  };
  const save = async () => {
    const refusals: Partial<Record<(typeof years)[number], string>> = {};
    const readYear = (field: (typeof years)[number]) => {
      const checked = checkFigure(fieldOf("plan", field), draft[field], t, "thousand");
      if (!checked.ok) refusals[field] = checked.error.reason;
      return checked.ok ? checked.value : 0;
    };
    const cells = {
      title: draft.title.trim(),
      firstYear: readYear("firstYear"),
      lastYear: readYear("lastYear"),
    };
    if (Object.keys(refusals).length > 0) return setProblems(refusals);
    const result = await actions.execute({
      type: "set-cells",
      edits: [{ entity: "plan", rowId: PLAN_ROW_ID, cells }],
    });
    if (result.ok || result.error.type === "nothing-changed") return setOpen(false);
    const field = result.error.type === "horizon-reversed" ? "lastYear" : "title";
    setProblems({ [field]: describeFailure(t, { group: "edit", error: result.error }) });
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.title}
          title={t("frame.rename")}
          onClick={() => {
            setDraft({
              title: plan.title,
              firstYear: String(plan.firstYear),
              lastYear: String(plan.lastYear),
            });
            setProblems({});
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
            void save();
          }}
        >
          <TextInput
            label={t("frame.planTitle")}
            value={draft.title}
            onChange={(event) => type("title", event.currentTarget.value)}
            error={problems.title}
            data-autofocus
          />
          <div className={classes.years}>
            {years.map((field) => (
              <TextInput
                key={field}
                className={classes.year ?? ""}
                label={t(field === "firstYear" ? "frame.planFirstYear" : "frame.planLastYear")}
                inputMode="numeric"
                value={draft[field]}
                onChange={(event) => type(field, event.currentTarget.value)}
                error={problems[field]}
              />
            ))}
            <Button type="submit" variant="filled" className={classes.save ?? ""}>
              {t("frame.planSave")}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
