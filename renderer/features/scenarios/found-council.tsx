import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../core/result";
import type { SmallestCouncil, SmallestCouncilError } from "../../../core/scenario/find-smallest-council";
import type { LeverValues } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { useOutcomes, useRowNames, useTaskGrid } from "../../session/plan-queries";
import { areSameLevers } from "../../session/what-if";
import type { CouncilLevers } from "./council-levers";
import { describeFoundCouncil, describePushedOut } from "./describe-found-council";
import classes from "./find-council.module.css";
import { moveLever, resetLever } from "./lever-values";
import { makeRowNames } from "./row-names";

/** What was asked, what came out, and the levers that it was asked under. */
export interface FoundCouncilQuestion {
  readonly groupShareRatio: number;
  readonly confidenceRatio: number;
  readonly answer: Result<SmallestCouncil, SmallestCouncilError>;
  readonly leversBefore: LeverValues;
  readonly council: CouncilLevers;
}

interface FoundCouncilProps {
  readonly question: FoundCouncilQuestion | null;
  readonly values: LeverValues;
}

/** The answer in words, as long as the levers stand where the search left them. */
export function FoundCouncil({ question, values }: FoundCouncilProps) {
  const isCurrent = question !== null && areSameLevers(values, leversAfter(question));
  return (
    <div className={classes.answer} role="status">
      {isCurrent && <Answer question={question} values={values} />}
    </div>
  );
}

function Answer({
  question,
  values,
}: {
  readonly question: FoundCouncilQuestion;
  readonly values: LeverValues;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: grid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const names = useMemo(() => makeRowNames(grid, nameView), [grid, nameView]);
  // Against the same scenario with the council of the plan, so that other levers are not blamed on the size.
  const plannedSize = resetLever(values, question.council.seats.path);
  const before = useOutcomes(plannedSize);
  const after = useOutcomes(values);
  const telling = { names, t, language };
  const isReady = !before.isPending && !after.isPending;
  return (
    <>
      <p>{describeFoundCouncil(question, telling)}</p>
      {question.answer.ok && isReady && before.scenario !== undefined && after.scenario !== undefined && (
        <p>{describePushedOut(before.scenario, after.scenario, telling)}</p>
      )}
    </>
  );
}

function leversAfter({ answer, leversBefore, council }: FoundCouncilQuestion): LeverValues {
  return answer.ok ? moveLever(leversBefore, council.seats, answer.value.seats) : leversBefore;
}
