import type { PackedLines } from "../budget/packed-lines";
import {
  packMoney,
  packNeeds,
  priceLines,
  spreadLevels,
  type WaterfallLines,
} from "../budget/waterfall-plan";
import type { CompiledPlan } from "./compiled-plan";

/**
 * The money of a plan's tasks at the prices of one scenario or draw after
 * another. Sums are made anew only where amounts or prices are not those of the
 * call before.
 */
export class TaskPrices {
  /** The plan's own lines and amounts. */
  readonly money: PackedLines;
  /** What tasks need of resources. */
  readonly needs: PackedLines;
  /** Price level of each year against the plan's own prices. */
  readonly levelByYear: Float64Array;
  /** What all tasks need as planned, by `source · years + year`; and each task. */
  readonly bySourceYearWon: Float64Array;
  readonly byTaskWon: Float64Array;
  readonly #levelByCell: Float64Array;
  #lines: WaterfallLines;
  #yearlyRise = Number.NaN;
  #isDrawn = false;
  /** Made when prices first differ from the plan's. */
  #onTimeWon: Float64Array | null = null;

  constructor({ waterfall }: CompiledPlan) {
    this.money = packMoney(waterfall);
    this.needs = packNeeds(waterfall);
    this.levelByYear = new Float64Array(waterfall.yearCount);
    this.bySourceYearWon = new Float64Array(waterfall.sourceCount * waterfall.yearCount);
    this.byTaskWon = new Float64Array(waterfall.taskCount);
    this.#levelByCell = new Float64Array(waterfall.sourceCount * waterfall.yearCount);
    this.#lines = this.#linesOf(this.money.values, true);
  }

  /** Brings amounts, the plan's or those drawn, to the prices of their year and sums them. */
  price(
    inflationRatio: number,
    plannedInflationRatio: number,
    drawnWon: Float64Array | undefined,
  ): WaterfallLines {
    const yearlyRise = (1 + inflationRatio) / (1 + plannedInflationRatio);
    const isDrawn = drawnWon !== undefined;
    if (!isDrawn && !this.#isDrawn && this.#yearlyRise === yearlyRise) return this.#lines;
    const { levelByYear } = this;
    for (let year = 0; year < levelByYear.length; year += 1) levelByYear[year] = yearlyRise ** year;
    this.#lines = this.#linesOf(drawnWon ?? this.money.values, yearlyRise === 1);
    spreadLevels(this.money, levelByYear, this.#levelByCell);
    priceLines(this.#lines, this.#levelByCell, this.byTaskWon, this.bySourceYearWon);
    this.#yearlyRise = yearlyRise;
    this.#isDrawn = isDrawn;
    return this.#lines;
  }

  /** At the plan's own prices a line costs on time what the plan says: one list serves for both. */
  #linesOf(amountWon: Float64Array, isAtPlannedPrices: boolean): WaterfallLines {
    const { money } = this;
    if (!isAtPlannedPrices) this.#onTimeWon ??= new Float64Array(money.values.length);
    const onTimeWon = isAtPlannedPrices ? amountWon : (this.#onTimeWon ?? amountWon);
    return { money, amountWon, onTimeWon, needs: this.needs };
  }
}
