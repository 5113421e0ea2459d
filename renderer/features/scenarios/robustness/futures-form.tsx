import { Button, CloseButton, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import form from "../engine/form.module.css";
import { NumberBox } from "../engine/number-box";
import { type FutureDraft, readChange } from "./futures-draft";
import classes from "./robustness.module.css";

interface FuturesFormProps {
  readonly drafts: readonly FutureDraft[];
  readonly onChange: (drafts: readonly FutureDraft[]) => void;
}

const MOST_FUTURES = 8;

/** The ways the world may turn out: all ceilings and all costs, more or less than planned. */
export function FuturesForm({ drafts, onChange }: FuturesFormProps) {
  const { t } = useTranslation();
  const replace = (at: number, draft: FutureDraft | null) =>
    onChange(drafts.flatMap((old, index) => (index !== at ? [old] : draft ? [draft] : [])));
  const problemOf = (text: string): string | null => {
    const read = readChange(text);
    if (read.ok) return null;
    return read.error.type === "not-a-change"
      ? t("refused.notAPlainNumber", { input: read.error.input })
      : t("engine.robustness.changeRange");
  };
  const nameProblem = ({ name }: FutureDraft, at: number): string | null => {
    if (name.trim() === "") return t("refused.emptyName");
    return drafts.some((other, index) => index < at && other.name.trim() === name.trim())
      ? t("engine.robustness.nameTwice")
      : null;
  };
  return (
    <div className={form.rows}>
      {drafts.map((draft, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: futures have no identity beside their place
        <div key={index} className={form.form}>
          <TextInput
            {...labelled(t("engine.robustness.future"), index)}
            classNames={{ root: classes.name ?? "", label: form.label ?? "" }}
            value={draft.name}
            error={nameProblem(draft, index)}
            onChange={(event) => replace(index, { ...draft, name: event.currentTarget.value })}
          />
          <NumberBox
            label={t("engine.robustness.revenue")}
            isLabelHidden={index > 0}
            text={draft.revenue}
            placeholder="0"
            unit="%"
            problem={problemOf(draft.revenue)}
            onChange={(revenue) => replace(index, { ...draft, revenue })}
          />
          <NumberBox
            label={t("engine.robustness.costs")}
            isLabelHidden={index > 0}
            text={draft.costs}
            placeholder="0"
            unit="%"
            problem={problemOf(draft.costs)}
            onChange={(costs) => replace(index, { ...draft, costs })}
          />
          {drafts.length > 1 && (
            <CloseButton
              size="sm"
              className={index > 0 ? undefined : form.submit}
              aria-label={t("engine.robustness.removeFuture", { name: draft.name })}
              onClick={() => replace(index, null)}
            />
          )}
        </div>
      ))}
      {drafts.length < MOST_FUTURES && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              onChange([
                ...drafts,
                {
                  name: t("engine.robustness.newFuture", { number: drafts.length + 1 }),
                  revenue: "-20",
                  costs: "",
                },
              ])
            }
          >
            {t("engine.robustness.addFuture")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The first row has its labels above; the others are under them. */
const labelled = (label: string, index: number) => (index > 0 ? { "aria-label": label } : { label });
