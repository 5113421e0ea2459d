import type { TemplateContent, TemplateCostLine } from "./template-content";
import type { Bilingual } from "./template-name";

const FIRST_YEAR = 2027;
const LAST_YEAR = 2031;

const governanceDivision: Bilingual = { en: "Cooperative governance division", ko: "협치담당관" };
const autonomyDivision: Bilingual = { en: "Autonomy and administration division", ko: "자치행정과" };
const planningDivision: Bilingual = { en: "Planning and budget division", ko: "기획예산과" };
const council: Bilingual = { en: "Cooperative governance council", ko: "협치회의" };
const residents: Bilingual = { en: "Resident councils", ko: "주민자치회" };
const supportOrganisation: Bilingual = { en: "Intermediary support organisation", ko: "중간지원조직" };

/** The same amount in each of the five years. */
const yearly = (amount: number): readonly number[] => [amount, amount, amount, amount, amount];

/** What the residents at a roundtable of this size cost, food and allowance included. */
const roundtable = (people: number, times: number): TemplateCostLine => ({
  title: { en: `Roundtable of ${people}`, ko: `${people}인 원탁회의` },
  unitPriceWon: 100_000,
  quantity: people,
  unitName: { en: "people", ko: "명" },
  times,
});

const areas: TemplateContent["areas"] = [
  {
    code: "A1",
    title: { en: "Governance system", ko: "협치 체계" },
    tasks: [
      {
        code: "D01",
        title: { en: "Ordinance and operation of the council", ko: "조례 정비와 협치회의 운영" },
        priorityScore: 95,
        years: [2027, 2031],
        isLegallyRequired: true,
        isRunning: true,
        maxDelayYears: 0,
        administrativeLead: governanceDivision,
        civilLead: council,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: yearly(120) }],
        staffFte: yearly(1),
        servesDirections: [0],
        servesSchemes: [0, 1],
      },
      {
        code: "D02",
        title: { en: "Yearly diagnosis of collaborative governance", ko: "협치 진단" },
        priorityScore: 82,
        years: [2027, 2031],
        maxDelayYears: 0,
        predecessorCode: "D01",
        administrativeLead: governanceDivision,
        civilLead: council,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: [90, 60, 60, 60, 60] }],
        staffFte: [0.8, 0.3, 0.3, 0.3, 0.3],
        servesDirections: [4],
        servesSchemes: [4],
      },
      {
        code: "D03",
        title: { en: "Governance training, basic and advanced", ko: "협치 교육(기본·심화)" },
        priorityScore: 74,
        years: [2027, 2031],
        maxDelayYears: 1,
        administrativeLead: governanceDivision,
        civilLead: supportOrganisation,
        amounts: [
          {
            source: "DISTRICT",
            channel: "REGULAR",
            millionWon: yearly(80),
            costLines: [
              {
                title: { en: "Basic courses in the dongs", ko: "동별 기본 과정" },
                unitPriceWon: 1_000_000,
                quantity: 17,
                unitName: { en: "dongs", ko: "개동" },
                times: 2,
              },
              {
                title: { en: "Advanced course", ko: "심화 과정" },
                unitPriceWon: 2_000_000,
                quantity: 1,
                unitName: { en: "course", ko: "강좌" },
                times: 12,
              },
              {
                title: { en: "Course books", ko: "교재" },
                unitPriceWon: 20_000,
                quantity: 1100,
                unitName: { en: "people", ko: "명" },
                times: 1,
              },
            ],
          },
        ],
        staffFte: yearly(0.4),
        servesDirections: [1, 2],
        servesSchemes: [1],
      },
      {
        code: "D04",
        title: { en: "Evaluation and shared digital platform", ko: "성과평가와 디지털 협치 플랫폼 구축" },
        priorityScore: 58,
        years: [2027, 2027],
        maxDelayYears: 2,
        administrativeLead: planningDivision,
        civilLead: council,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: [60, 0, 0, 0, 0] }],
        staffFte: [1.7, 0, 0, 0, 0],
        servesDirections: [4],
        servesSchemes: [4],
      },
    ],
  },
  {
    code: "A2",
    title: { en: "Public sphere and participation", ko: "공론장과 참여" },
    tasks: [
      {
        code: "D05",
        title: { en: "Roundtables of 50, 100 and 150 residents", ko: "50·100·150인 원탁회의" },
        priorityScore: 78,
        years: [2027, 2031],
        maxDelayYears: 1,
        predecessorCode: "D01",
        administrativeLead: governanceDivision,
        civilLead: council,
        amounts: [
          {
            source: "DISTRICT",
            channel: "REGULAR",
            millionWon: yearly(70),
            costLines: [
              roundtable(50, 4),
              roundtable(100, 2),
              roundtable(150, 1),
              {
                title: { en: "Facilitators", ko: "퍼실리테이터" },
                unitPriceWon: 150_000,
                quantity: 10,
                unitName: { en: "people", ko: "명" },
                times: 7,
              },
              {
                title: { en: "Records and results", ko: "기록·결과 공유" },
                unitPriceWon: 4_500_000,
                quantity: 1,
                unitName: { en: "set", ko: "식" },
                times: 1,
              },
            ],
          },
        ],
        staffFte: yearly(0.4),
        servesDirections: [2],
        servesSchemes: [2],
      },
      {
        code: "D06",
        title: { en: "Innovation plan: district-plan stream", ko: "지역사회혁신계획: 구단위계획형 사업" },
        priorityScore: 86,
        years: [2027, 2031],
        isRunning: true,
        maxDelayYears: 0,
        administrativeLead: governanceDivision,
        civilLead: council,
        amounts: [{ source: "INNOVATION", channel: "DISTRICT-PLAN", millionWon: yearly(720) }],
        staffFte: yearly(0.6),
        servesDirections: [0, 4],
        servesSchemes: [0],
      },
      {
        code: "D07",
        title: { en: "Innovation plan: projects of the second round", ko: "지역사회혁신계획: 2차 공모 사업" },
        priorityScore: 56,
        years: [2027, 2031],
        allowsPartialFunding: true,
        maxDelayYears: 1,
        predecessorCode: "D06",
        administrativeLead: governanceDivision,
        civilLead: council,
        amounts: [{ source: "INNOVATION", channel: "DISTRICT-PLAN", millionWon: yearly(340) }],
        servesDirections: [0],
        servesSchemes: [0],
      },
      {
        code: "D08",
        title: {
          en: "Participatory budget: operation and monitoring by half-year",
          ko: "주민참여예산 운영과 상·하반기 모니터링",
        },
        priorityScore: 84,
        years: [2027, 2031],
        isLegallyRequired: true,
        isRunning: true,
        maxDelayYears: 0,
        administrativeLead: planningDivision,
        civilLead: residents,
        amounts: [{ source: "DISTRICT", channel: "PARTICIPATORY", millionWon: yearly(150) }],
        staffFte: yearly(0.2),
        servesDirections: [2, 3],
        servesSchemes: [3],
      },
      {
        code: "D09",
        title: { en: "Projects that reach minority groups", ko: "소수집단을 아우르는 사업" },
        priorityScore: 52,
        years: [2027, 2031],
        allowsPartialFunding: true,
        maxDelayYears: 1,
        administrativeLead: governanceDivision,
        civilLead: supportOrganisation,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: yearly(360) }],
        servesDirections: [2],
        servesSchemes: [2],
      },
    ],
  },
  {
    code: "A3",
    title: { en: "Neighbourhood autonomy and resources", ko: "마을 자치와 자원" },
    tasks: [
      {
        code: "D10",
        title: { en: "Neighbourhood plans: dong-plan stream", ko: "동단위계획형 사업" },
        priorityScore: 80,
        years: [2027, 2031],
        isRunning: true,
        maxDelayYears: 0,
        administrativeLead: autonomyDivision,
        civilLead: residents,
        amounts: [{ source: "CITY", channel: "DONG-PLAN", millionWon: yearly(406) }],
        staffFte: yearly(0.3),
        servesDirections: [1, 3],
        servesSchemes: [3],
      },
      {
        code: "D11",
        title: { en: "Neighbourhood general meetings in 17 dongs", ko: "17개 동 주민총회" },
        priorityScore: 76,
        years: [2027, 2031],
        maxDelayYears: 1,
        administrativeLead: autonomyDivision,
        civilLead: residents,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: yearly(340) }],
        staffFte: yearly(0.3),
        servesDirections: [1, 2],
        servesSchemes: [2, 3],
      },
      {
        code: "D12",
        title: { en: "Resident councils in 17 dongs", ko: "17개 동 주민자치회 운영" },
        priorityScore: 72,
        years: [2027, 2031],
        isRunning: true,
        maxDelayYears: 0,
        administrativeLead: autonomyDivision,
        civilLead: residents,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: yearly(1360) }],
        staffFte: yearly(0),
        servesDirections: [1],
        servesSchemes: [3],
      },
      {
        code: "D13",
        title: { en: "Intermediary support organisation", ko: "중간지원조직 운영" },
        priorityScore: 66,
        years: [2027, 2031],
        maxDelayYears: 1,
        administrativeLead: governanceDivision,
        civilLead: supportOrganisation,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: yearly(900) }],
        servesDirections: [3],
        servesSchemes: [0],
      },
      {
        code: "D14",
        title: { en: "Shared spaces for residents", ko: "주민 공유공간 조성" },
        priorityScore: 60,
        years: [2027, 2031],
        maxDelayYears: 1,
        administrativeLead: autonomyDivision,
        civilLead: residents,
        amounts: [{ source: "DISTRICT", channel: "REGULAR", millionWon: [1975, 1980, 2035, 2020, 2000] }],
        servesDirections: [3],
        servesSchemes: [2],
      },
      {
        code: "D15",
        title: { en: "Village enterprises matched by national money", ko: "마을기업 육성(국비 매칭)" },
        priorityScore: 46,
        years: [2027, 2031],
        maxDelayYears: 1,
        administrativeLead: autonomyDivision,
        civilLead: supportOrganisation,
        amounts: [
          { source: "DISTRICT", channel: "REGULAR", millionWon: [330, 345, 360, 375, 390] },
          { source: "NATIONAL", channel: "REGULAR", millionWon: [330, 345, 360, 375, 390] },
        ],
        servesDirections: [3],
        servesSchemes: [3],
      },
    ],
  },
];

const sources: TemplateContent["sources"] = [
  { code: "NATIONAL", kind: "national", title: { en: "National", ko: "국비" }, ceilings: yearly(400) },
  { code: "CITY", kind: "city", title: { en: "City", ko: "시비" }, ceilings: yearly(450) },
  {
    code: "INNOVATION",
    kind: "city",
    title: { en: "City: innovation plan incentive", ko: "시비: 지역사회혁신계획 지원금" },
    ceilings: yearly(1100),
    isCeilingSetByGrade: true,
  },
  {
    code: "DISTRICT",
    kind: "district",
    title: { en: "District", ko: "구비" },
    ceilings: yearly(6000),
    isEligibleForShare: true,
  },
];

const channels: TemplateContent["channels"] = [
  { code: "REGULAR", kind: "regular", title: { en: "Regular budgeting", ko: "일반편성" } },
  { code: "PARTICIPATORY", kind: "participatory", title: { en: "Participatory budget", ko: "주민참여예산" } },
  { code: "DISTRICT-PLAN", kind: "districtPlan", title: { en: "District-plan stream", ko: "구단위계획형" } },
  { code: "DONG-PLAN", kind: "dongPlan", title: { en: "Dong-plan stream", ko: "동단위계획형" } },
];

const groups: TemplateContent["groups"] = [
  {
    code: "MULTICULTURAL",
    reservedSeats: 0,
    populationRatio: 0.05,
    title: { en: "Multicultural families", ko: "다문화가족" },
  },
  {
    code: "DISABILITY",
    reservedSeats: 1,
    populationRatio: 0.05,
    title: { en: "Persons with disabilities", ko: "장애인" },
  },
  {
    code: "SMALL-BUSINESS",
    reservedSeats: 0,
    populationRatio: 0.11,
    title: { en: "Small-business owners", ko: "소상공인" },
  },
  {
    code: "RENTAL-HOUSING",
    reservedSeats: 0,
    populationRatio: 0.14,
    title: { en: "Rental-housing tenants", ko: "임대주택 거주자" },
  },
  { code: "YOUTH", reservedSeats: 2, populationRatio: 0.22, title: { en: "Youth", ko: "청년" } },
];

/** Illustrative people (thousands) and need of 17 neighbourhoods; no published figures of single dongs were found. */
const DONGS: readonly (readonly [thousandPeople: number, needIndex: number])[] = [
  [14.2, 1.3],
  [18.6, 0.9],
  [21.4, 1.2],
  [12.1, 1.5],
  [23.8, 0.8],
  [19.5, 0.9],
  [15.3, 1.0],
  [13.7, 1.1],
  [20.9, 0.8],
  [16.4, 1.0],
  [24.6, 0.6],
  [17.2, 0.7],
  [15.8, 1.1],
  [18.1, 1.2],
  [22.3, 0.9],
  [11.4, 1.4],
  [14.7, 1.6],
];

/**
 * A district's governance innovation plan, 2027–2031, with figures of Gangdong
 * and Seongdong: a council of 25 + 5 with five subcommittees, 17
 * neighbourhoods, an innovation-plan stream whose ceiling follows the grade of
 * the year before. District money is within 0.2 % of binding in every year, the
 * secretariat's posts within 2 % in the first.
 */
export const districtGovernance: TemplateContent = {
  texts: {
    title: { en: "District governance innovation plan 2027–2031", ko: "자치구 협치 혁신계획 2027–2031" },
    concept: {
      en: "Collaborative governance: district and residents propose, decide, carry out and evaluate together.",
      ko: "협치: 구와 주민이 함께 제안하고 결정하고 집행하고 평가한다.",
    },
    nature: {
      en: "Local innovation plan under the district's ordinance on collaborative governance.",
      ko: "자치구 협치 조례에 따른 지역사회혁신계획.",
    },
    scope: {
      en: "One district with 17 neighbourhoods, fiscal years 2027 to 2031.",
      ko: "17개 동의 자치구, 회계연도 2027–2031.",
    },
    composition: { en: "Three areas with 4 + 5 + 6 priority tasks.", ko: "3개 부문, 4 + 5 + 6개 핵심과제." },
    conditions: {
      en: "An example. Institutions and cited figures are published ones; every amount without a source is illustrative (◇).",
      ko: "예시입니다. 제도와 출처가 있는 수치는 공개 자료를 따르며, 출처가 없는 금액은 모두 예시(◇)입니다.",
    },
  },
  firstYear: FIRST_YEAR,
  lastYear: LAST_YEAR,
  planCells: {
    inflationRatio: 0.02,
    shareBase: "plan",
    shareMode: "proposal",
    weightEqualRatio: 0.2,
    weightPeopleRatio: 0.5,
    weightNeedRatio: 0.3,
    weightRevenueRatio: 0,
    unspentRule: "lapse",
    absorptionStartRatio: 1,
    absorptionGrowthRatio: 0.25,
    overheadRatio: 0,
    residentProjectWon: 25_000_000,
    residentProjectStaffFte: 0.1,
    projectsPerRound: 0.8,
    deliberationRoundsPerYear: 10,
    committeeBaseStaffFte: 0.5,
    committeeStaffPerMemberFte: 0.03,
    committeeStaffPerSubcommitteeFte: 0.15,
  },
  goals: {
    vision: {
      en: "Community- and resident-led collaborative governance",
      ko: "지역사회와 주민이 주도하는 협치",
    },
    directions: [
      { en: "Framework of the local innovation plan", ko: "지역사회혁신계획의 틀 정립" },
      { en: "Autonomy before governance", ko: "협치에 앞서는 자치" },
      { en: "Self-government-led public opinion and deliberation", ko: "자치가 이끄는 공론과 숙의" },
      { en: "Decentralised and converged coordination", ko: "분권과 융합의 조정" },
      { en: "Outcomes based on results", ko: "결과에 기반한 성과" },
    ],
    schemes: [
      { en: "Re-establish the collaborative governance system", ko: "협치 체계 재정립" },
      { en: "Reinforce the committee", ko: "위원회 강화" },
      { en: "Vitalise the public sphere", ko: "공론장 활성화" },
      {
        en: "Introduce and expand the autonomy and decentralised budget system",
        ko: "자치·분권예산제 도입과 확대",
      },
      { en: "Reorganise evaluation", ko: "평가 체계 개편" },
    ],
  },
  areas,
  sources,
  channels,
  sharePath: yearly(0.02),
  shareNote: {
    en: "Illustrative path. For comparison: participatory budgets were 1.98 bn won for 30 projects in Gangdong in 2019 and about 1.5 bn in Seongdong in 2020.",
    ko: "예시 경로. 참고: 주민참여예산은 강동구 2019년 19.8억 원(30개 사업), 성동구 2020년 약 15억 원.",
  },
  budgetTotals: [
    {
      year: 2021,
      hundredMillionWon: 7883,
      source: { en: "Gangdong-gu, budget 2021.", ko: "강동구 2021년도 예산." },
    },
    {
      year: 2022,
      hundredMillionWon: 8720,
      source: { en: "Gangdong-gu, budget 2022.", ko: "강동구 2022년도 예산." },
    },
    {
      year: 2024,
      hundredMillionWon: 10_323,
      source: { en: "Gangdong-gu, budget 2024.", ko: "강동구 2024년도 예산." },
    },
  ],
  staffCapacityFte: 8,
  council: {
    title: council,
    compositionSource: {
      en: "Gangdong-gu, 2018: 30 members = 25 citizens and 5 officials including the mayor; two-year term.",
      ko: "강동구 2018: 위원 30명 = 위촉직 25명 + 당연직 5명(구청장 포함), 임기 2년.",
    },
    subcommitteesSource: {
      en: "Seodaemun-gu: five subcommittees (economy-industry, education-culture, climate-environment, health-welfare-childcare, institutions-administration).",
      ko: "서대문구: 5개 분과위원회(경제·산업, 교육·문화, 기후·환경, 보건·복지·보육, 제도·행정).",
    },
    ordinance: {
      title: {
        en: "Ordinance on collaborative governance: at most 50 members",
        ko: "협치 기본 조례: 위원 50명 이내",
      },
      inForceFromYear: 2019,
      note: {
        en: "Seongdong-gu: the amendment of 2019 raised the council from 30 to 50 seats.",
        ko: "성동구: 2019년 개정으로 협치회의 정원을 30명에서 50명으로 확대.",
      },
    },
    source: "DISTRICT",
  },
  groups,
  units: DONGS.map(([thousandPeople, needIndex], index) => ({
    code: `DONG-${String(index + 1).padStart(2, "0")}`,
    title: { en: `Dong ${index + 1}`, ko: `${index + 1}동` },
    population: Math.round(thousandPeople * 1000),
    needIndex,
  })),
  grades: [
    {
      code: "A",
      title: { en: "Grade A (가)", ko: "가 등급" },
      millionWon: 1100,
      minimumScore: 90,
      quota: 7,
      source: {
        en: "Seongdong-gu, 2021: grade A brought the maximum of 1.1 bn won for the innovation plan of 2022.",
        ko: "성동구 2021: '가' 등급으로 2022년 지역사회혁신계획 최대 11억 원.",
      },
    },
    {
      code: "B",
      title: { en: "Grade B (나)", ko: "나 등급" },
      millionWon: 957,
      minimumScore: 80,
      quota: 11,
      source: {
        en: "Seongdong-gu, 2021: district stream of the innovation plan 957 m won; its assignment to grade B is illustrative.",
        ko: "성동구 2021: 구단위계획형 9.57억 원. '나' 등급과의 연결은 예시.",
      },
    },
    {
      code: "C",
      title: { en: "Grade C (다)", ko: "다 등급" },
      millionWon: 700,
      source: null,
      minimumScore: 0,
      quota: 7,
    },
  ],
  quotaSource: {
    en: "Seoul, 2018: 7, 11 and 7 of the 25 districts got the three grades.",
    ko: "서울시 2018: 25개 자치구를 7·11·7개로 나누어 등급 부여.",
  },
  evaluations: [2026, 2027, 2028, 2029, 2030].map((year) => ({ year, gradeCode: "A" })),
  criteria: [
    {
      code: "C1",
      title: { en: "Innovation plan: shared decisions", ko: "지역사회혁신계획: 공동 결정" },
      weightRatio: 0.3,
      scores: [
        { year: 2026, score: 94 },
        { year: 2027, score: 86 },
      ],
    },
    {
      code: "C2",
      title: { en: "Innovation plan: results of projects", ko: "지역사회혁신계획: 사업 성과" },
      weightRatio: 0.3,
      scores: [
        { year: 2026, score: 90 },
        { year: 2027, score: 84 },
      ],
    },
    {
      code: "C3",
      title: { en: "Participatory budget: residents taking part", ko: "주민참여예산: 주민 참여" },
      weightRatio: 0.25,
      scores: [
        { year: 2026, score: 92 },
        { year: 2027, score: 92 },
      ],
    },
    {
      code: "C4",
      title: { en: "Participatory budget: education and monitoring", ko: "주민참여예산: 교육과 모니터링" },
      weightRatio: 0.15,
      scores: [{ year: 2026, score: 88 }],
    },
  ],
};
