import { Textarea } from "@mantine/core";
import { useState } from "react";

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onCommit: (value: string) => Promise<string | null>;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  /** The label is for screen readers only. */
  readonly isBare?: boolean;
  readonly minRows?: number;
  readonly onFocus?: () => void;
}

/** Text of the plan, typed in place: kept when it is left, refused with the reason, Escape puts it back. */
export function TextBox({
  label,
  value,
  isReadOnly,
  onCommit,
  placeholder,
  className,
  isBare,
  minRows = 1,
  onFocus,
}: TextBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const stop = () => {
    setDraft(null);
    setReason(null);
  };
  const commit = async () => {
    if (draft === null || draft === value) return stop();
    const failure = await onCommit(draft);
    if (failure === null) stop();
    else setReason(failure);
  };
  return (
    <Textarea
      size="xs"
      autosize
      minRows={minRows}
      maxRows={14}
      {...(isBare ? { "aria-label": label } : { label })}
      className={className ?? ""}
      value={draft ?? value}
      placeholder={placeholder ?? ""}
      error={reason}
      readOnly={isReadOnly}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === "Escape" && draft !== null) {
          event.stopPropagation();
          stop();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void commit();
      }}
    />
  );
}
