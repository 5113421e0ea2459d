import type { Cells } from "../entities";
import type { Bilingual } from "./template-name";

/** A figure that somebody has published, and where. */
export interface Citation {
  readonly note: Bilingual;
}

export interface TemplateCostLine {
  readonly title: Bilingual;
  readonly unitPriceWon: number;
  readonly quantity: number;
  readonly unitName: Bilingual;
  readonly times: number;
}

export interface TemplateAmounts {
  readonly source: string;
  readonly channel: string;
  /** One amount a year of the plan; 0 for none. All amounts of tasks are illustrative. */
  readonly millionWon: readonly number[];
  /** What the amount is built up from, in each year in which these come to it. */
  readonly costLines?: readonly TemplateCostLine[];
}

export interface TemplateTask {
  readonly code: string;
  readonly title: Bilingual;
  readonly priorityScore: number;
  readonly years: readonly [start: number, end: number];
  readonly isLegallyRequired?: boolean;
  readonly isRunning?: boolean;
  readonly allowsPartialFunding?: boolean;
  readonly maxDelayYears: number;
  readonly predecessorCode?: string;
  readonly administrativeLead: Bilingual;
  readonly civilLead: Bilingual;
  readonly amounts: readonly TemplateAmounts[];
  /** Posts of the secretariat by year; illustrative. */
  readonly staffFte?: readonly number[];
  /** Positions of the directions and schemes that the task serves, counted from 0. */
  readonly servesDirections?: readonly number[];
  readonly servesSchemes?: readonly number[];
}

export interface TemplateArea {
  readonly code: string;
  readonly title: Bilingual;
  readonly tasks: readonly TemplateTask[];
}

/** Everything that a template says, in both languages; write-template.ts makes rows of it. */
export interface TemplateContent {
  readonly texts: {
    readonly title: Bilingual;
    readonly concept: Bilingual;
    readonly nature: Bilingual;
    readonly scope: Bilingual;
    readonly composition: Bilingual;
    readonly conditions: Bilingual;
  };
  readonly firstYear: number;
  readonly lastYear: number;
  /** Further cells of the plan's own row; all of them illustrative. */
  readonly planCells: Partial<Cells<"plan">>;
  readonly goals: {
    readonly vision: Bilingual;
    readonly directions: readonly Bilingual[];
    readonly schemes: readonly Bilingual[];
  };
  readonly areas: readonly TemplateArea[];
  readonly sources: readonly {
    readonly code: string;
    readonly kind: Cells<"source">["kind"];
    readonly title: Bilingual;
    /** Million won a year. */
    readonly ceilings: readonly number[];
    readonly isEligibleForShare?: boolean;
    readonly isCeilingSetByGrade?: boolean;
  }[];
  readonly channels: readonly {
    readonly code: string;
    readonly kind: Cells<"channel">["kind"];
    readonly title: Bilingual;
  }[];
  /** One share a year of the plan; illustrative, with a note for comparison. */
  readonly sharePath: readonly number[];
  readonly shareNote: Bilingual;
  /** Published budgets of the whole city or district, in 억원 (100 million won). */
  readonly budgetTotals: readonly {
    readonly year: number;
    readonly hundredMillionWon: number;
    readonly source: Bilingual;
  }[];
  readonly staffCapacityFte: number;
  readonly council: {
    readonly title: Bilingual;
    readonly compositionSource: Bilingual;
    readonly subcommitteesSource: Bilingual;
    readonly ordinance: {
      readonly title: Bilingual;
      readonly inForceFromYear: number;
      readonly note: Bilingual;
    };
    /** Code of the source that pays. */
    readonly source: string;
  };
  readonly groups: readonly {
    readonly code: string;
    readonly populationRatio: number;
    readonly title: Bilingual;
    /** Seats kept for the group in the council; illustrative. */
    readonly reservedSeats: number;
  }[];
  /** Populations and need are illustrative. */
  readonly units: readonly {
    readonly code: string;
    readonly title: Bilingual;
    readonly population: number;
    readonly needIndex: number;
  }[];
  readonly grades: readonly {
    readonly code: string;
    readonly title: Bilingual;
    readonly millionWon: number;
    readonly source: Bilingual | null;
    /** The lowest score that earns the grade; illustrative. */
    readonly minimumScore: number;
    /** Units that get the grade where ranks decide. */
    readonly quota: number;
  }[];
  readonly quotaSource: Bilingual;
  readonly evaluations: readonly { readonly year: number; readonly gradeCode: string }[];
  /** The rubric; weights and scores are illustrative. */
  readonly criteria: readonly {
    readonly code: string;
    readonly title: Bilingual;
    readonly weightRatio: number;
    readonly scores: readonly { readonly year: number; readonly score: number }[];
  }[];
}
