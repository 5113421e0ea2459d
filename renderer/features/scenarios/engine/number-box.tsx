import { TextInput } from "@mantine/core";
import classes from "./form.module.css";

interface NumberBoxProps {
  readonly label: string;
  readonly text: string;
  /** Why the text cannot be used; null where it can. */
  readonly problem: string | null;
  readonly unit?: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
}

/** A small box for a number, with its label above and the reason below where it does not fit. */
export function NumberBox(props: NumberBoxProps) {
  const { label, text, problem, unit = "", isLabelHidden = false } = props;
  return (
    <TextInput
      {...(isLabelHidden ? { "aria-label": label } : { label })}
      classNames={{ root: classes.box ?? "", label: classes.label ?? "", input: classes.number ?? "" }}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={problem}
      placeholder={props.placeholder ?? ""}
      rightSection={unit === "" ? undefined : <span aria-hidden>{unit}</span>}
      rightSectionWidth={unit.length > 1 ? 14 + 11 * unit.length : 24}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
