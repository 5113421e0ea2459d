import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findSmallestCouncil } from "../../../core/scenario/find-smallest-council";
import type { Lever, LeverValues } from "../../../core/scenario/lever";
import { useActiveOutcomes } from "../../session/what-if";
import type { CouncilLevers } from "./council-levers";
import classes from "./find-council.module.css";
import { FindCouncilForm } from "./find-council-form";
import { FoundCouncil, type FoundCouncilQuestion } from "./found-council";
import { currentValue, moveLever } from "./lever-values";

interface FindCouncilProps {
  readonly council: CouncilLevers;
  readonly values: LeverValues;
  readonly onChange: (values: LeverValues) => void;
}

/** Looks for the smallest council in which every group has a seat, sets the seats to it, and says what that does. */
export function FindCouncil({ council, values, onChange }: FindCouncilProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState<FoundCouncilQuestion | null>(null);
  const { scenario } = useActiveOutcomes();
  const committee = scenario?.committees[0];

  const find = (groupShareRatio: number, confidenceRatio: number) => {
    if (committee === undefined) return;
    const { minimum = 1, maximum = 200 } = council.seats;
    const answer = findSmallestCouncil(committee.groups, {
      groupShareRatio,
      confidenceRatio,
      minimumSeats: minimum,
      maximumSeats: maximum,
      officials: numberAt(council.officials, values),
    });
    setQuestion({ groupShareRatio, confidenceRatio, answer, leversBefore: values, council });
    if (answer.ok) onChange(moveLever(values, council.seats, answer.value.seats));
  };

  return (
    <div className={classes.find}>
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t("scenarios.smallest.title")}
      </UnstyledButton>
      {isOpen && (
        <>
          <FindCouncilForm canFind={committee !== undefined} onFind={find} />
          <FoundCouncil question={question} values={values} />
        </>
      )}
    </div>
  );
}

function numberAt(lever: Lever | undefined, values: LeverValues): number {
  const value = lever === undefined ? 0 : currentValue(lever, values);
  return typeof value === "number" ? value : 0;
}
