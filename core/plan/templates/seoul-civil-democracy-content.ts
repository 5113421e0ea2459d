import type { TemplateContent } from "./template-content";
import type { Bilingual } from "./template-name";

const democracyBureau: Bilingual = { en: "Seoul Democracy Committee office", ko: "서울민주주의위원회" };
const budgetOffice: Bilingual = { en: "Planning and Coordination Office", ko: "기획조정실" };
const supportCentre: Bilingual = { en: "NPO support centre", ko: "NPO지원센터" };
const governanceCouncil: Bilingual = { en: "Cooperative governance council", ko: "협치회의" };
const civilNetwork: Bilingual = { en: "Civil society network", ko: "시민사회 연대기구" };

/** Three areas and eleven priority tasks. The titles are the master plan's; every amount is illustrative. */
const areas: TemplateContent["areas"] = [
  {
    code: "A1",
    title: { en: "Institutional innovation", ko: "제도 혁신" },
    tasks: [
      {
        code: "T01",
        title: {
          en: "Reorganise ordinances and related plans for deliberation, cooperation and autonomy",
          ko: "숙의·협력·자치를 위한 조례와 관련 계획 정비",
        },
        priorityScore: 92,
        years: [2027, 2028],
        isLegallyRequired: true,
        staffFte: [1.0, 0.7, 0, 0],
        servesDirections: [0],
        servesSchemes: [0],
        maxDelayYears: 0,
        administrativeLead: budgetOffice,
        civilLead: governanceCouncil,
        amounts: [{ source: "CITY", channel: "REGULAR", millionWon: [240, 180, 0, 0] }],
      },
      {
        code: "T02",
        title: {
          en: "Democratic decision system leading to participation and deliberation",
          ko: "참여와 숙의로 이어지는 민주적 의사결정체계 구축",
        },
        priorityScore: 90,
        years: [2027, 2030],
        isRunning: true,
        staffFte: [1.4, 1.4, 1.4, 1.4],
        servesDirections: [2],
        servesSchemes: [2],
        maxDelayYears: 0,
        administrativeLead: democracyBureau,
        civilLead: governanceCouncil,
        amounts: [
          { source: "CITY", channel: "REGULAR", millionWon: [420, 460, 470, 480] },
          { source: "CITY", channel: "DELIBERATIVE", millionWon: [200, 220, 230, 240] },
        ],
      },
      {
        code: "T03",
        title: { en: "Continuous administrative innovation", ko: "지속적인 행정 혁신" },
        priorityScore: 70,
        years: [2027, 2030],
        staffFte: [0.8, 0.8, 0.8, 0.8],
        servesDirections: [3, 4],
        servesSchemes: [0, 4],
        maxDelayYears: 1,
        administrativeLead: budgetOffice,
        civilLead: civilNetwork,
        amounts: [{ source: "CITY", channel: "REGULAR", millionWon: [310, 320, 330, 340] }],
      },
      {
        code: "T04",
        title: {
          en: "Decentralisation and a mid- to long-term institutional basis for self-government",
          ko: "분권과 자치의 중장기 제도 기반 마련",
        },
        priorityScore: 84,
        years: [2028, 2030],
        staffFte: [0, 0.8, 1.0, 1.0],
        servesDirections: [1, 3],
        servesSchemes: [3],
        maxDelayYears: 1,
        predecessorCode: "T01",
        administrativeLead: democracyBureau,
        civilLead: governanceCouncil,
        amounts: [
          { source: "CITY", channel: "REGULAR", millionWon: [0, 450, 480, 500] },
          { source: "NATIONAL", channel: "REGULAR", millionWon: [0, 150, 160, 170] },
        ],
      },
      {
        code: "T05",
        title: { en: "Social awareness and administrative culture", ko: "사회적 인식과 행정문화 개선" },
        priorityScore: 62,
        years: [2027, 2030],
        allowsPartialFunding: true,
        staffFte: [0.5, 0.5, 0.5, 0.5],
        servesDirections: [2],
        servesSchemes: [2],
        maxDelayYears: 1,
        administrativeLead: democracyBureau,
        civilLead: civilNetwork,
        amounts: [
          {
            source: "CITY",
            channel: "REGULAR",
            millionWon: [260, 270, 280, 290],
            costLines: [
              {
                title: { en: "Forums on civil democracy", ko: "시민민주주의 포럼" },
                unitPriceWon: 30_000_000,
                quantity: 1,
                unitName: { en: "forum", ko: "개" },
                times: 4,
              },
              {
                title: { en: "Training of officials", ko: "공무원 교육" },
                unitPriceWon: 2_000_000,
                quantity: 25,
                unitName: { en: "districts", ko: "자치구" },
                times: 2,
              },
              {
                title: { en: "Guides and campaign", ko: "안내서·홍보" },
                unitPriceWon: 40_000_000,
                quantity: 1,
                unitName: { en: "set", ko: "식" },
                times: 1,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    code: "A2",
    title: { en: "Resource base", ko: "자원 기반" },
    tasks: [
      {
        code: "T06",
        title: { en: "Expand resources and manage them effectively", ko: "자원 확충과 효과적 관리" },
        priorityScore: 80,
        years: [2027, 2030],
        isRunning: true,
        staffFte: [0.7, 0.7, 0.7, 0.7],
        servesDirections: [3],
        servesSchemes: [3],
        maxDelayYears: 1,
        administrativeLead: budgetOffice,
        civilLead: supportCentre,
        amounts: [{ source: "CITY", channel: "REGULAR", millionWon: [400, 420, 430, 440] }],
      },
      {
        code: "T07",
        title: {
          en: "Expand public resources and manage them rationally",
          ko: "공공자원 확대와 합리적 운영",
        },
        priorityScore: 74,
        years: [2027, 2030],
        staffFte: [0.6, 0.5, 0.5, 0.5],
        servesDirections: [3],
        servesSchemes: [3],
        maxDelayYears: 1,
        administrativeLead: budgetOffice,
        civilLead: supportCentre,
        amounts: [
          { source: "CITY", channel: "REGULAR", millionWon: [1330, 1235, 1375, 1330] },
          { source: "NATIONAL", channel: "REGULAR", millionWon: [300, 300, 200, 200] },
        ],
      },
      {
        code: "T08",
        title: {
          en: "Financial independence of the civil-society ecosystem",
          ko: "시민사회 생태계의 재정 자립",
        },
        priorityScore: 60,
        years: [2027, 2030],
        staffFte: [0.3, 0.3, 0.3, 0.3],
        servesDirections: [1],
        servesSchemes: [3],
        maxDelayYears: 1,
        predecessorCode: "T06",
        administrativeLead: democracyBureau,
        civilLead: civilNetwork,
        amounts: [
          { source: "CITY", channel: "REGULAR", millionWon: [200, 210, 220, 230] },
          { source: "FUND", channel: "REGULAR", millionWon: [500, 500, 520, 520] },
        ],
      },
    ],
  },
  {
    code: "A3",
    title: { en: "Civil-society policy ecosystem", ko: "시민사회 정책 생태계" },
    tasks: [
      {
        code: "T09",
        title: {
          en: "Self-reliance of wide-area and local civil society",
          ko: "광역·지역 시민사회의 자립 기반 강화",
        },
        priorityScore: 76,
        years: [2027, 2030],
        staffFte: [0.5, 0.4, 0.4, 0.4],
        servesDirections: [1],
        servesSchemes: [0],
        maxDelayYears: 1,
        administrativeLead: democracyBureau,
        civilLead: civilNetwork,
        amounts: [{ source: "CITY", channel: "REGULAR", millionWon: [540, 560, 580, 600] }],
      },
      {
        code: "T10",
        title: { en: "Social recognition of public-interest activity", ko: "공익활동의 사회적 인정 확대" },
        priorityScore: 52,
        years: [2027, 2030],
        allowsPartialFunding: true,
        servesDirections: [4],
        servesSchemes: [2],
        maxDelayYears: 2,
        administrativeLead: democracyBureau,
        civilLead: civilNetwork,
        amounts: [
          {
            source: "CITY",
            channel: "PARTICIPATORY",
            millionWon: [180, 180, 190, 190],
            costLines: [
              {
                title: { en: "Grants for public-interest activity", ko: "공익활동 지원금" },
                unitPriceWon: 1_000_000,
                quantity: 80,
                unitName: { en: "groups", ko: "팀" },
                times: 1,
              },
              {
                title: { en: "Public-interest fair", ko: "공익활동 박람회" },
                unitPriceWon: 100_000_000,
                quantity: 1,
                unitName: { en: "fair", ko: "식" },
                times: 1,
              },
            ],
          },
          { source: "PRIVATE", channel: "REGULAR", millionWon: [30, 30, 30, 30] },
        ],
      },
      {
        code: "T11",
        title: {
          en: "Capability of and links between civil-society actors",
          ko: "시민사회 주체의 역량 강화와 연계",
        },
        priorityScore: 48,
        years: [2028, 2030],
        staffFte: [0, 0.6, 0.6, 0.6],
        servesDirections: [1, 2],
        servesSchemes: [1],
        maxDelayYears: 1,
        predecessorCode: "T09",
        administrativeLead: democracyBureau,
        civilLead: supportCentre,
        amounts: [
          { source: "CITY", channel: "REGULAR", millionWon: [0, 350, 360, 370] },
          { source: "PRIVATE", channel: "REGULAR", millionWon: [0, 50, 50, 50] },
        ],
      },
    ],
  },
];

const sources: TemplateContent["sources"] = [
  {
    code: "NATIONAL",
    kind: "national",
    title: { en: "National", ko: "국비" },
    ceilings: [350, 500, 400, 400],
  },
  {
    code: "CITY",
    kind: "city",
    title: { en: "City", ko: "시비" },
    ceilings: [4200, 5000, 5100, 5200],
    isEligibleForShare: true,
  },
  { code: "FUND", kind: "fund", title: { en: "Fund", ko: "기금" }, ceilings: [550, 550, 550, 550] },
  { code: "PRIVATE", kind: "private", title: { en: "Private", ko: "민간" }, ceilings: [100, 100, 100, 100] },
];

const channels: TemplateContent["channels"] = [
  { code: "REGULAR", kind: "regular", title: { en: "Regular budgeting", ko: "일반편성" } },
  { code: "PARTICIPATORY", kind: "participatory", title: { en: "Participatory budget", ko: "주민참여예산" } },
  {
    code: "DELIBERATIVE",
    kind: "deliberative",
    title: { en: "Citizen deliberative budget", ko: "시민숙의예산" },
  },
];

const groups: TemplateContent["groups"] = [
  {
    code: "MULTICULTURAL",
    reservedSeats: 0,
    populationRatio: 0.02,
    title: { en: "Multicultural families", ko: "다문화가족" },
  },
  {
    code: "DISABILITY",
    reservedSeats: 0,
    populationRatio: 0.04,
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
  { code: "YOUTH", reservedSeats: 0, populationRatio: 0.22, title: { en: "Youth", ko: "청년" } },
];

const goals: TemplateContent["goals"] = {
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
};

const texts: TemplateContent["texts"] = {
  title: {
    en: "Seoul master plan for civil democracy 2027–2030",
    ko: "서울 시민민주주의 활성화 기본계획 2027–2030",
  },
  concept: {
    en: "Civil democracy: citizens take part in public decisions by participation, deliberation and self-government.",
    ko: "시민민주주의: 시민이 참여·숙의·자치로 공공의 의사결정에 함께하는 민주주의.",
  },
  nature: {
    en: "Statutory master plan on a four-year cycle with an outlook of about ten years.",
    ko: "4년 주기로 세우는 법정 기본계획, 약 10년 전망.",
  },
  scope: { en: "Seoul, fiscal years 2027 to 2030.", ko: "서울특별시, 회계연도 2027–2030." },
  composition: { en: "Three areas with 5 + 3 + 3 priority tasks.", ko: "3개 부문, 5 + 3 + 3개 핵심과제." },
  conditions: {
    en: "An example. Titles and institutions are the published ones; every amount without a source is illustrative (◇).",
    ko: "예시입니다. 과제명과 제도는 공개 자료를 따르며, 출처가 없는 금액은 모두 예시(◇)입니다.",
  },
};

/**
 * The master plan for civil democracy of Seoul: 3 areas, 11 priority tasks, a
 * council of 25 + 5, ceilings, a decentralised share. The city's money is within
 * 1 % of binding in every year, the staff within 5 % in the second.
 */
export const seoulCivilDemocracy: TemplateContent = {
  texts,
  firstYear: 2027,
  lastYear: 2030,
  planCells: {
    inflationRatio: 0.02,
    shareBase: "plan",
    shareMode: "proposal",
    unspentRule: "lapse",
    residentProjectWon: 25_000_000,
    residentProjectStaffFte: 0.1,
    projectsPerRound: 0.8,
    deliberationRoundsPerYear: 10,
    committeeBaseStaffFte: 0.5,
    committeeStaffPerMemberFte: 0.03,
    committeeStaffPerSubcommitteeFte: 0.15,
  },
  goals,
  areas,
  sources,
  channels,
  sharePath: [0.015, 0.02, 0.02, 0.025],
  shareNote: {
    en: "Illustrative path. For comparison: the citizen deliberative budget was 0.51 %, 1.49 % and 2.26 % of the following year's city budget in 2019, 2020 and 2021 (yesan.seoul.go.kr; Hankook Ilbo, 21 Jan 2020).",
    ko: "예시 경로. 참고: 시민숙의예산은 2019·2020·2021년에 다음 해 시 예산의 0.51 %, 1.49 %, 2.26 % (yesan.seoul.go.kr, 한국일보 2020-01-21).",
  },
  budgetTotals: [
    { year: 2020, hundredMillionWon: 395_359 },
    { year: 2021, hundredMillionWon: 401_562 },
    { year: 2022, hundredMillionWon: 442_200 },
    { year: 2023, hundredMillionWon: 471_905 },
  ].map((total) => ({
    ...total,
    source: {
      en: `Seoul Metropolitan Government, budget ${total.year}.`,
      ko: `서울특별시 ${total.year}년도 예산.`,
    },
  })),
  staffCapacityFte: 9,
  council: {
    title: { en: "Cooperative governance council", ko: "협치회의" },
    compositionSource: {
      en: "Gangdong-gu, 2018: 30 members = 25 citizens and 5 officials including the mayor; two-year term.",
      ko: "강동구 2018: 위원 30명 = 위촉직 25명 + 당연직 5명(구청장 포함), 임기 2년.",
    },
    subcommitteesSource: {
      en: "Seodaemun-gu: five subcommittees (economy-industry, education-culture, climate-environment, health-welfare-childcare, institutions-administration).",
      ko: "서대문구: 5개 분과위원회(경제·산업, 교육·문화, 기후·환경, 보건·복지·보육, 제도·행정).",
    },
    ordinance: {
      title: { en: "Ordinance on cooperative governance", ko: "협치 활성화를 위한 기본 조례" },
      inForceFromYear: 2018,
      note: {
        en: "Gangdong-gu, February 2018: task force, ordinance, diagnosis, council, innovation plan.",
        ko: "강동구 2018년 2월: TF, 조례, 진단, 협치회의, 지역사회혁신계획.",
      },
    },
    source: "CITY",
  },
  groups,
  units: [],
  grades: [],
  quotaSource: { en: "", ko: "" },
  evaluations: [],
  criteria: [],
};
