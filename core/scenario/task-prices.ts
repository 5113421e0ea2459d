import { priceLines } from "../budget/on-time-lines";
import type { PackedLines } from "../budget/packed-lines";
import {
  type PriceTables,
  packMoney,
  packNeeds,
  spreadLevels,
  tabulateRises,
  type WaterfallLines,
} from "../budget/waterfall-plan";
import type { CompiledPlan } from "./compiled-plan";

/**
 * The money of a plan's tasks at the prices of one scenario or draw after
 * another. Sums are made anew only where amounts or prices are not those of the
 * call before.
 */
export class TaskPrices implements PriceTables {
  /** The plan's own lines and amounts. */
  readonly money: PackedLines;
  /** What tasks need of resources. */
  readonly needs: PackedLines;
  readonly levelByYear: Float64Array;
  readonly riseByDelay: Float64Array;
  /** What all tasks need as planned, by `source · years + year`; and each task. */
  readonly bySourceYearWon: Float64Array;
  readonly byTaskWon: Float64Array;
  readonly #levelByCell: Float64Array;
  /** Inflation in the plan's own amounts. */
  readonly #plannedInflationRatio: number;
  /** What was priced last. */
  #inflationRatio = Number.NaN;
  #isDrawn = false;
  #lines: WaterfallLines;
  /** Made when prices first differ from the plan's. */
  #onTimeWon: Float64Array | null = null;

  constructor({ waterfall, inflationRatio }: CompiledPlan) {
    const { taskCount, sourceCount, yearCount } = waterfall;
    this.money = packMoney(waterfall);
    this.needs = packNeeds(waterfall);
    this.levelByYear = new Float64Array(yearCount);
    this.riseByDelay = new Float64Array(yearCount);
    this.bySourceYearWon = new Float64Array(sourceCount * yearCount);
    this.byTaskWon = new Float64Array(taskCount);
    this.#levelByCell = new Float64Array(sourceCount * yearCount);
    this.#plannedInflationRatio = inflationRatio;
    this.#lines = this.#linesOf(this.money.values, true);
  }

  /** Brings amounts, the plan's or those drawn, to the prices of their year and sums them. */
  price(inflationRatio: number, drawnWon: Float64Array | undefined): WaterfallLines {
    const isDrawn = drawnWon !== undefined;
    if (!isDrawn && !this.#isDrawn && this.#inflationRatio === inflationRatio) return this.#lines;
    const { money, levelByYear } = this;
    const yearlyRise = (1 + inflationRatio) / (1 + this.#plannedInflationRatio);
    for (let year = 0; year < levelByYear.length; year += 1) levelByYear[year] = yearlyRise ** year;
    spreadLevels(money, levelByYear, this.#levelByCell);
    tabulateRises(1 + inflationRatio, this.riseByDelay);
    this.#lines = this.#linesOf(drawnWon ?? money.values, yearlyRise === 1);
    priceLines(this.#lines, this.#levelByCell, this.bySourceYearWon);
    this.#inflationRatio = inflationRatio;
    this.#isDrawn = isDrawn;
    return this.#lines;
  }

  /** At the plan's own prices a line costs on time what the plan says: one list serves for both. */
  #linesOf(amountWon: Float64Array, isAtPlannedPrices: boolean): WaterfallLines {
    const { money, byTaskWon, needs } = this;
    if (!isAtPlannedPrices) this.#onTimeWon ??= new Float64Array(money.values.length);
    const onTimeWon = isAtPlannedPrices ? amountWon : (this.#onTimeWon ?? amountWon);
    return { money, amountWon, onTimeWon, byTaskWon, needs };
  }
}
