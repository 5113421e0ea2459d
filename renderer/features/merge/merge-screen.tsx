import { useEffect, useRef, useState } from "react";
import { useConflicts } from "../../session/history-queries";
import { useOpenDocument, usePlanSession } from "../../session/use-plan-session";
import { MergeHead } from "./merge-head";
import classes from "./merge-screen.module.css";
import { MergeStart } from "./merge-start";
import { MergeTaken, type TakenNote } from "./merge-taken";
import { MergeWork } from "./merge-work";
import { OtherComparison } from "./other-comparison";
import { StandingConflicts } from "./standing-conflicts";

/** Two copies of a plan brought together; conflicts that stand in the open one. */
export default function MergeScreen() {
  const { view } = usePlanSession();
  const { documentKey } = useOpenDocument();
  const { data: standing } = useConflicts();
  const [taken, setTaken] = useState<TakenNote | null>(null);
  const { other } = view;
  const screenRef = useRef<HTMLDivElement>(null);
  // The button that was pressed went with the work: reading goes on with what came of it.
  useEffect(() => {
    if (taken !== null) screenRef.current?.focus({ preventScroll: true });
  }, [taken]);
  const canMerge = other?.view.isSamePlan === true && !other.view.isNewerFormat;
  return (
    <div ref={screenRef} tabIndex={-1} className={classes.screen}>
      {taken !== null && <MergeTaken note={taken} onClose={() => setTaken(null)} />}
      {other !== null ? (
        <MergeHead key={other.heldId} other={other}>
          {(mode) =>
            mode === "merge" && canMerge ? (
              <MergeWork other={other} onTaken={setTaken} />
            ) : (
              <OtherComparison other={other} />
            )
          }
        </MergeHead>
      ) : (
        <>
          {standing !== undefined && standing.length > 0 && (
            <StandingConflicts key={documentKey} conflicts={standing} />
          )}
          <MergeStart />
        </>
      )}
    </div>
  );
}
