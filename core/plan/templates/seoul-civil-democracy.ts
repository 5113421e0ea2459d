import type { RowEdit } from "../command";
import type { EntityName } from "../entities";
import { PLAN_ROW_ID } from "../entities";
import { budgetLineId, ceilingId, dependencyId, naturalRowId } from "../row-id";
import type { TemplateTask } from "./seoul-civil-democracy-content";
import {
  seoulAreas,
  seoulBudgetTotals,
  seoulChannels,
  seoulGoals,
  seoulGroups,
  seoulSharePath,
  seoulSources,
  seoulTexts,
} from "./seoul-civil-democracy-content";
import type { Bilingual, TemplateLanguage } from "./template-name";
import { citeFigure, makePositions, markIllustrative, templateRow } from "./template-rows";

const FIRST_YEAR = 2027;
const LAST_YEAR = 2030;
const MILLION_WON = 1_000_000;
const HUNDRED_MILLION_WON = 100_000_000;
const LOW_FACTOR = 0.9;
const HIGH_FACTOR = 1.2;

interface Writing {
  readonly language: TemplateLanguage;
  readonly mintId: () => string;
}

/**
 * The master plan for civil democracy of Seoul as an example: 3 areas, 11
 * priority tasks, a council of 25 + 5, ceilings and a decentralised share.
 * Published figures carry their source; all others are marked illustrative.
 * The city's money is calibrated to be within 1 % of binding in every year.
 */
export function buildSeoulCivilDemocracy(writing: Writing): readonly RowEdit[] {
  return [
    ...planRows(writing),
    ...goalRows(writing),
    ...moneyRows(writing),
    ...taskRows(writing),
    ...councilRows(writing),
    ...groupRows(writing),
  ];
}

function planRows({ language }: Writing): RowEdit[] {
  const say = (text: Bilingual) => text[language];
  const note = { en: "Illustrative price rise.", ko: "물가상승률 예시." };
  return [
    templateRow("plan", PLAN_ROW_ID, {
      title: say(seoulTexts.title),
      firstYear: FIRST_YEAR,
      lastYear: LAST_YEAR,
      concept: say(seoulTexts.concept),
      nature: say(seoulTexts.nature),
      scope: say(seoulTexts.scope),
      composition: say(seoulTexts.composition),
      conditions: say(seoulTexts.conditions),
      inflationRatio: 0.02,
      shareBase: "plan",
      shareMode: "proposal",
    }),
    markIllustrative("plan", "inflationRatio", PLAN_ROW_ID, say(note)),
  ];
}

function goalRows({ language, mintId }: Writing): RowEdit[] {
  const visionId = mintId();
  const positions = makePositions(5);
  const branch = (kind: "direction" | "scheme", titles: readonly Bilingual[]) =>
    titles.map((title, index) =>
      templateRow("goal", mintId(), {
        kind,
        parentId: visionId,
        title: title[language],
        position: positions[index] ?? "",
      }),
    );
  return [
    templateRow("goal", visionId, {
      kind: "vision",
      title: seoulGoals.vision[language],
      position: positions[0] ?? "",
    }),
    ...branch("direction", seoulGoals.directions),
    ...branch("scheme", seoulGoals.schemes),
  ];
}

function moneyRows({ language }: Writing): RowEdit[] {
  const say = (text: Bilingual) => text[language];
  const rows: RowEdit[] = [];
  const illustrative = (entity: EntityName, field: string, rowId: string, note: Bilingual) =>
    rows.push(markIllustrative(entity, field, rowId, say(note)));
  const sourcePositions = makePositions(seoulSources.length);
  for (const [index, source] of seoulSources.entries()) {
    rows.push(
      templateRow("source", source.code, {
        code: source.code,
        title: say(source.title),
        kind: source.kind,
        isEligibleForShare: source.code === "CITY",
        position: sourcePositions[index] ?? "",
      }),
    );
    for (const [offset, millionWon] of source.ceilings.entries()) {
      const rowId = ceilingId(source.code, FIRST_YEAR + offset);
      rows.push(templateRow("ceiling", rowId, { ceilingWon: millionWon * MILLION_WON }));
      illustrative("ceiling", "ceilingWon", rowId, { en: "Illustrative ceiling.", ko: "재원 한도 예시." });
    }
  }
  const channelPositions = makePositions(seoulChannels.length);
  for (const [index, channel] of seoulChannels.entries())
    rows.push(
      templateRow("channel", channel.code, {
        code: channel.code,
        title: say(channel.title),
        kind: channel.kind,
        position: channelPositions[index] ?? "",
      }),
    );
  for (const { year, hundredMillionWon } of seoulBudgetTotals) {
    const rowId = naturalRowId(year);
    rows.push(templateRow("budgetTotal", rowId, { totalWon: hundredMillionWon * HUNDRED_MILLION_WON }));
    const source = {
      en: `Seoul Metropolitan Government, budget ${year}.`,
      ko: `서울특별시 ${year}년도 예산.`,
    };
    rows.push(citeFigure("budgetTotal", "totalWon", rowId, say(source)));
  }
  for (const { year, shareRatio } of seoulSharePath) {
    const rowId = naturalRowId(year);
    rows.push(templateRow("decentralisedShare", rowId, { shareRatio }));
    illustrative("decentralisedShare", "shareRatio", rowId, {
      en: "Illustrative path. For comparison: the citizen deliberative budget was 0.51 %, 1.49 % and 2.26 % of the following year's city budget in 2019, 2020 and 2021 (yesan.seoul.go.kr; Hankook Ilbo, 21 Jan 2020).",
      ko: "예시 경로. 참고: 시민숙의예산은 2019·2020·2021년에 다음 해 시 예산의 0.51 %, 1.49 %, 2.26 % (yesan.seoul.go.kr, 한국일보 2020-01-21).",
    });
  }
  return rows;
}

function taskRows({ language, mintId }: Writing): RowEdit[] {
  const rows: RowEdit[] = [];
  const taskIds = new Map<string, string>();
  const areaPositions = makePositions(seoulAreas.length);
  const taskPositions = makePositions(seoulAreas.reduce((count, area) => count + area.tasks.length, 0));
  for (const [areaIndex, area] of seoulAreas.entries()) {
    const areaId = mintId();
    const position = areaPositions[areaIndex] ?? "";
    rows.push(templateRow("area", areaId, { code: area.code, title: area.title[language], position }));
    for (const task of area.tasks) {
      const taskId = mintId();
      const taskPosition = taskPositions[taskIds.size] ?? "";
      taskIds.set(task.code, taskId);
      rows.push(taskRow(task, taskId, areaId, taskPosition, language), ...budgetLineRows(task, taskId));
    }
  }
  for (const task of seoulAreas.flatMap((area) => area.tasks)) {
    const [taskId, predecessorId] = [taskIds.get(task.code), taskIds.get(task.predecessorCode ?? "")];
    if (taskId !== undefined && predecessorId !== undefined)
      rows.push(templateRow("taskDependency", dependencyId(taskId, predecessorId), {}));
  }
  return rows;
}

const taskRow = (
  task: TemplateTask,
  taskId: string,
  areaId: string,
  position: string,
  language: TemplateLanguage,
): RowEdit =>
  templateRow("task", taskId, {
    areaId,
    code: task.code,
    title: task.title[language],
    priorityScore: task.priorityScore,
    startYear: task.years[0],
    endYear: task.years[1],
    civilLead: task.civilLead[language],
    administrativeLead: task.administrativeLead[language],
    isLegallyRequired: task.isLegallyRequired ?? false,
    isRunning: task.isRunning ?? false,
    allowsPartialFunding: task.allowsPartialFunding ?? false,
    maxDelayYears: task.maxDelayYears,
    position,
  });

function budgetLineRows(task: TemplateTask, taskId: string): RowEdit[] {
  const rows: RowEdit[] = [];
  for (const { source, channel, millionWon } of task.amounts)
    for (const [offset, amount] of millionWon.entries()) {
      if (amount === 0) continue;
      const likelyWon = amount * MILLION_WON;
      rows.push(
        templateRow("budgetLine", budgetLineId(taskId, FIRST_YEAR + offset, source, channel), {
          lowWon: Math.round(likelyWon * LOW_FACTOR),
          likelyWon,
          highWon: Math.round(likelyWon * HIGH_FACTOR),
          isIllustrative: true,
        }),
      );
    }
  return rows;
}

function councilRows({ language, mintId }: Writing): RowEdit[] {
  const committeeId = mintId();
  const title = { en: "Cooperative governance council", ko: "협치회의" };
  const composition = {
    en: "Gangdong-gu, 2018: 30 members = 25 citizens and 5 officials including the mayor; two-year term.",
    ko: "강동구 2018: 위원 30명 = 위촉직 25명 + 당연직 5명(구청장 포함), 임기 2년.",
  };
  const subcommittees = {
    en: "Seodaemun-gu: five subcommittees (economy-industry, education-culture, climate-environment, health-welfare-childcare, institutions-administration).",
    ko: "서대문구: 5개 분과위원회(경제·산업, 교육·문화, 기후·환경, 보건·복지·보육, 제도·행정).",
  };
  const placeholder = { en: "Illustrative unit cost or rate.", ko: "단가·비율 예시." };
  const illustrativeFields = [
    "plenariesPerYear",
    "subcommitteeRoundsPerYear",
    "allowanceWon",
    "officialHours",
    "officialHourlyWageWon",
    "fixedCostWon",
    "fixedCostSubcommitteeWon",
    "citizenAttendanceRatio",
    "officialAttendanceRatio",
  ];
  return [
    templateRow("committee", committeeId, {
      code: "COUNCIL",
      title: title[language],
      kind: "council",
      seats: 30,
      officials: 5,
      subcommittees: 5,
      plenariesPerYear: 6,
      subcommitteeRoundsPerYear: 10,
      termYears: 2,
      allowanceWon: 100_000,
      officialHours: 2,
      officialHourlyWageWon: 35_000,
      fixedCostWon: 500_000,
      fixedCostSubcommitteeWon: 100_000,
      citizenAttendanceRatio: 0.55,
      officialAttendanceRatio: 0.9,
      sourceId: "CITY",
      position: makePositions(1)[0] ?? "",
    }),
    ...["seats", "officials", "termYears"].map((field) =>
      citeFigure("committee", field, committeeId, composition[language]),
    ),
    citeFigure("committee", "subcommittees", committeeId, subcommittees[language]),
    ...illustrativeFields.map((field) =>
      markIllustrative("committee", field, committeeId, placeholder[language]),
    ),
  ];
}

function groupRows({ language, mintId }: Writing): RowEdit[] {
  const positions = makePositions(seoulGroups.length);
  const note = { en: "Illustrative share of the population.", ko: "인구 비율 예시." };
  return seoulGroups.flatMap((group, index) => {
    const rowId = mintId();
    const { code, populationRatio } = group;
    return [
      templateRow("residentGroup", rowId, {
        code,
        title: group.title[language],
        populationRatio,
        position: positions[index] ?? "",
      }),
      markIllustrative("residentGroup", "populationRatio", rowId, note[language]),
    ];
  });
}
