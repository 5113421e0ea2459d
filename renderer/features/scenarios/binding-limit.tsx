import classes from "./binding-limit.module.css";
import type { LimitSentence } from "./describe-limit";

interface BindingLimitsProps {
  readonly sentences: readonly LimitSentence[];
  readonly note: string | null;
}

/** The sentences before all figures; amber with a glyph where a limit binds. */
export function BindingLimits({ sentences, note }: BindingLimitsProps) {
  return (
    <div className={classes.limit} data-binds={sentences[0]?.binds || undefined} role="status">
      {!sentences[0]?.isEmpty && <span aria-hidden>{sentences[0]?.binds ? "▲" : "✓"}</span>}
      <div>
        {sentences.map((sentence, index) => (
          <p key={sentence.head + sentence.rest}>
            <strong>{sentence.head}</strong> {sentence.rest} {index === 0 && note}
          </p>
        ))}
      </div>
    </div>
  );
}
