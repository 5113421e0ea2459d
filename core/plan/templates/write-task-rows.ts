import type { RowEdit } from "../command";
import { budgetLineId, dependencyId, naturalRowId, needId } from "../row-id";
import type { TemplateTask } from "./template-content";
import { makePositions, markIllustrative, templateRow } from "./template-rows";
import { MILLION_WON } from "./write-money-rows";
import { type GoalIds, STAFF_CODE, type TemplateWriting } from "./write-template";

const LOW_FACTOR = 0.9;
const HIGH_FACTOR = 1.2;

/** Areas, tasks with their budget lines, posts and goals, and what depends on what. */
export function writeTaskRows(writing: TemplateWriting, goalIds: GoalIds): RowEdit[] {
  const { content, mintId, say } = writing;
  const rows: RowEdit[] = [];
  const taskIds = new Map<string, string>();
  const areaPositions = makePositions(content.areas.length);
  const tasks = content.areas.flatMap((area) => area.tasks);
  const taskPositions = makePositions(tasks.length);
  for (const [areaIndex, area] of content.areas.entries()) {
    const areaId = mintId();
    const position = areaPositions[areaIndex] ?? "";
    rows.push(templateRow("area", areaId, { code: area.code, title: say(area.title), position }));
    for (const task of area.tasks) {
      const taskId = mintId();
      const taskPosition = taskPositions[taskIds.size] ?? "";
      taskIds.set(task.code, taskId);
      rows.push(
        taskRow(writing, task, taskId, areaId, taskPosition),
        ...budgetLineRows(writing, task, taskId),
        ...staffNeedRows(writing, task, taskId),
        ...goalLinkRows(task.servesDirections, taskId, goalIds.directions),
        ...goalLinkRows(task.servesSchemes, taskId, goalIds.schemes),
      );
    }
  }
  for (const task of tasks) {
    const [taskId, predecessorId] = [taskIds.get(task.code), taskIds.get(task.predecessorCode ?? "")];
    if (taskId !== undefined && predecessorId !== undefined)
      rows.push(templateRow("taskDependency", dependencyId(taskId, predecessorId), {}));
  }
  return rows;
}

const taskRow = (
  { say }: TemplateWriting,
  task: TemplateTask,
  taskId: string,
  areaId: string,
  position: string,
): RowEdit =>
  templateRow("task", taskId, {
    areaId,
    code: task.code,
    title: say(task.title),
    priorityScore: task.priorityScore,
    startYear: task.years[0],
    endYear: task.years[1],
    civilLead: say(task.civilLead),
    administrativeLead: say(task.administrativeLead),
    isLegallyRequired: task.isLegallyRequired ?? false,
    isRunning: task.isRunning ?? false,
    allowsPartialFunding: task.allowsPartialFunding ?? false,
    maxDelayYears: task.maxDelayYears,
    position,
  });

const budgetLineRows = ({ content }: TemplateWriting, task: TemplateTask, taskId: string): RowEdit[] =>
  task.amounts.flatMap(({ source, channel, millionWon }) =>
    millionWon.flatMap((amount, offset) => {
      if (amount === 0) return [];
      const likelyWon = amount * MILLION_WON;
      return templateRow("budgetLine", budgetLineId(taskId, content.firstYear + offset, source, channel), {
        lowWon: Math.round(likelyWon * LOW_FACTOR),
        likelyWon,
        highWon: Math.round(likelyWon * HIGH_FACTOR),
        isIllustrative: true,
      });
    }),
  );

function staffNeedRows({ content, say }: TemplateWriting, task: TemplateTask, taskId: string): RowEdit[] {
  const note = { en: "Illustrative number of posts.", ko: "인력 예시." };
  return (task.staffFte ?? []).flatMap((amount, offset) => {
    if (amount === 0) return [];
    const rowId = needId(taskId, STAFF_CODE, content.firstYear + offset);
    return [
      templateRow("resourceNeed", rowId, { amount }),
      markIllustrative("resourceNeed", "amount", rowId, say(note)),
    ];
  });
}

const goalLinkRows = (
  served: readonly number[] | undefined,
  taskId: string,
  goalIds: readonly string[],
): RowEdit[] =>
  (served ?? []).flatMap((index) => {
    const goalId = goalIds[index];
    return goalId === undefined ? [] : [templateRow("taskGoal", naturalRowId(taskId, goalId), {})];
  });
