import fc from "fast-check";
import { expect, test } from "vitest";
import { entityNames, fieldEntries } from "../../../core/plan/entities";

const fields = entityNames.flatMap((entity) =>
  fieldEntries(entity).map(([name, field]) => ({ at: `${entity}.${name}`, field })),
);

/** Values near the edges of what fields take, and all kinds that none takes. */
const candidate = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.integer({ min: -10, max: 2300 }),
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    100,
    100.5,
    1000,
    1001,
    2 ** 53 - 1,
    2 ** 53,
    1e9,
    "",
    "city",
    "plan",
    "deliberated",
    true,
  ),
  fc.constantFrom("x".repeat(200), "x".repeat(201), "x".repeat(100_000), "x".repeat(100_001)),
);

test("a field's quick check says the same as its schema", () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), candidate, ({ field }, value) => {
      expect(field.accepts(value)).toBe(field.schema.safeParse(value).success);
    }),
    { numRuns: 3000 },
  );
});

test("the value of a cell that nobody has filled in is one that the field takes", () => {
  expect(fields.filter(({ field }) => !field.accepts(field.initial)).map(({ at }) => at)).toEqual([]);
});

test("references point to a kind of row that exists", () => {
  const targets = fields.flatMap(({ field }) => (field.target === undefined ? [] : [field.target]));
  expect(targets.length).toBeGreaterThan(10);
  for (const target of targets) expect(entityNames).toContain(target);
});
