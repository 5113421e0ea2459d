import fc from "fast-check";
import { expect, test } from "vitest";
import { type FundingClaim, orderForFunding } from "../../../core/budget/funding-order";

const claim = (code: string, score: number, more: Partial<FundingClaim> = {}): FundingClaim => ({
  code,
  id: code,
  isLegallyRequired: false,
  isRunning: false,
  priorityScore: score,
  predecessors: [],
  ...more,
});

const orderOf = (claims: readonly FundingClaim[]) =>
  [...orderForFunding(claims)].map((index) => claims[index]?.code).join(" ");

test("the higher score comes first", () => {
  expect(orderOf([claim("low", 10), claim("high", 90), claim("middle", 50)])).toBe("high middle low");
});

test("what the law requires comes before what runs, what runs before what is new", () => {
  const claims = [
    claim("new", 100),
    claim("running", 0, { isRunning: true }),
    claim("legal", 0, { isLegallyRequired: true }),
    claim("both", 0, { isLegallyRequired: true, isRunning: true }),
  ];
  expect(orderOf(claims)).toBe("both legal running new");
});

test("equal tasks are taken by code, then by id", () => {
  expect(orderOf([claim("B", 50), claim("A", 50, { id: "2" }), claim("A", 50, { id: "1" })])).toBe("A A B");
  expect([...orderForFunding([claim("A", 50, { id: "2" }), claim("A", 50, { id: "1" })])]).toEqual([1, 0]);
});

test("a predecessor inherits the rank of its best successor and comes right before it", () => {
  const claims = [claim("other", 80), claim("needed", 5), claim("wanted", 90, { predecessors: [1] })];
  expect(orderOf(claims)).toBe("needed wanted other");
});

test("rank is inherited along a whole chain, and from the best of several successors", () => {
  const chain = [
    claim("first", 1),
    claim("second", 2, { predecessors: [0] }),
    claim("legal", 3, { predecessors: [1], isLegallyRequired: true }),
    claim("rival", 99),
  ];
  expect(orderOf(chain)).toBe("first second legal rival");
  const fork = [
    claim("base", 1),
    claim("a", 60, { predecessors: [0] }),
    claim("b", 90, { predecessors: [0] }),
    claim("c", 80),
  ];
  expect(orderOf(fork)).toBe("base b c a");
});

test("the order of the input changes nothing, and predecessors always come first", () => {
  const plan = fc.array(
    fc.record({
      score: fc.nat(5),
      legal: fc.boolean(),
      running: fc.boolean(),
      needs: fc.array(fc.nat(20), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const shuffled = plan.chain((tasks) =>
    fc.tuple(
      fc.constant(tasks),
      fc.shuffledSubarray(
        tasks.map((_, index) => index),
        { minLength: tasks.length },
      ),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([tasks, permutation]) => {
      const claims = tasks.map(({ score, legal, running, needs }, index) =>
        claim(`T${index}`, score, {
          isLegallyRequired: legal,
          isRunning: running,
          predecessors: [...new Set(needs.filter((need) => need < index))],
        }),
      );
      const placeOf = new Map(permutation.map((original, place) => [original, place]));
      const moved = permutation.map((original) => {
        const task = claims[original] ?? claim("", 0);
        return { ...task, predecessors: task.predecessors.map((need) => placeOf.get(need) ?? 0) };
      });
      expect(orderOf(moved)).toBe(orderOf(claims));
      const order = [...orderForFunding(claims)];
      for (const [index, { predecessors }] of claims.entries())
        for (const predecessor of predecessors)
          expect(order.indexOf(predecessor)).toBeLessThan(order.indexOf(index));
    }),
  );
});
