import type { TFunction } from "i18next";
import type { Result } from "../../../core/result";
import type { SmallestCouncil, SmallestCouncilError } from "../../../core/scenario/find-smallest-council";
import { listPushedOutTasks } from "../../../core/scenario/list-pushed-out-tasks";
import type { Outcome, TaskOutcome } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { formatRatio } from "../../ui/format-ratio";
import { describeReason } from "./describe-limit";
import type { RowNames } from "./row-names";

interface Telling {
  readonly names: RowNames;
  readonly t: TFunction;
  readonly language: Language;
}

interface CouncilQuestion {
  readonly groupShareRatio: number;
  readonly confidenceRatio: number;
  readonly answer: Result<SmallestCouncil, SmallestCouncilError>;
}

/** "45 seats: the smallest council in which … Multicultural families decides, with 90.1 %." */
export function describeFoundCouncil(
  { groupShareRatio, confidenceRatio, answer }: CouncilQuestion,
  { names, t, language }: Telling,
): string {
  const ratio = (value: number) => formatRatio(value, language);
  const asked = { share: ratio(groupShareRatio), chance: ratio(confidenceRatio) };
  if (!answer.ok)
    return t("scenarios.smallest.none", {
      ...asked,
      maximum: answer.error.maximumSeats,
      reached: ratio(answer.error.presenceSeatedRatio),
    });
  const { seats, decidingGroupId, decidingGroupRatio, presenceSeatedRatio } = answer.value;
  const group =
    decidingGroupId === null
      ? t("scenarios.smallGroup", { share: ratio(decidingGroupRatio) })
      : names.group(decidingGroupId);
  return t("scenarios.smallest.found", { ...asked, seats, group, reached: ratio(presenceSeatedRatio) });
}

/** What a council of this size pushes out, task by task with the reason. */
export function describePushedOut(before: Outcome, after: Outcome, telling: Telling): string {
  const { names, t } = telling;
  const pushed = listPushedOutTasks(before, after);
  if (pushed.length === 0) return t("scenarios.smallest.pushesNothing");
  const tasks = pushed.map(({ after: task }) => {
    const fate = t("scenarios.smallest.task", {
      task: names.task(task.taskId),
      fate: describeFate(task, telling),
    });
    return task.reason === null ? fate : `${fate} (${describeReason(task.reason, telling)})`;
  });
  return t("scenarios.smallest.pushes", { tasks: tasks.join("; ") });
}

function describeFate({ status, delayYears, fundedRatio }: TaskOutcome, { t, language }: Telling): string {
  if (status === "delayed") return t("scenarios.smallest.later", { count: delayYears });
  if (status === "dropped") return t("status.dropped");
  return t("scenarios.smallest.cut", { ratio: formatRatio(fundedRatio, language, 0) });
}
