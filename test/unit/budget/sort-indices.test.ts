import fc from "fast-check";
import { expect, test } from "vitest";
import { computeGini } from "../../../core/budget/equity-gini";
import { listIndices, sortIndices } from "../../../core/budget/sort-indices";

const fewValues = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 });

test("indices come in the order of their values, equal ones by index, whatever order they had", () => {
  fc.assert(
    fc.property(fewValues, fewValues, (values, others) => {
      const indices = listIndices(values.length);
      expect([...indices]).toEqual([...values.keys()]);
      sortIndices(
        indices,
        values.map((_, index) => others[index % others.length] ?? 0),
      );
      sortIndices(indices, values);
      expect([...indices]).toEqual([...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)));
    }),
  );
});

test("a Gini coefficient is the same to the last bit with an order that is used again", () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), amounts, (draws, people) => {
      const order = listIndices(people.length);
      for (const values of draws)
        expect(computeGini(values, people, order)).toBe(computeGini(values, people));
    }),
  );
});
