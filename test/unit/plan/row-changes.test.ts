import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";

const ids = [..."ABCDEFGHIJKLMNOP"];
const change = fc.oneof(
  fc.record({ type: fc.constant("set" as const), id: fc.constantFrom(...ids), title: fc.string() }),
  fc.record({ type: fc.constant("move" as const), id: fc.constantFrom(...ids), position: fc.string() }),
  fc.record({ type: fc.constant("delete" as const), id: fc.constantFrom(...ids), isDeleted: fc.boolean() }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(tables: PlanTables, made: Change): void {
  if (made.type === "set") tables.setCells("area", made.id, { title: made.title });
  else if (made.type === "move") tables.setCells("area", made.id, { position: made.position });
  else tables.setDeleted("area", made.id, made.isDeleted);
}

describe("lists of rows", () => {
  it("say what the rows say, whenever they were read before", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 60 }), (steps) => {
        const [read, unread] = [new PlanTables(), new PlanTables()];
        for (const [made, isReadBetween] of steps) {
          apply(read, made);
          apply(unread, made);
          if (!isReadBetween) continue;
          read.all("area");
          read.ordered("area");
        }
        expect(read.all("area")).toEqual(unread.all("area"));
        expect(read.ordered("area")).toEqual(unread.ordered("area"));
      }),
    );
  });

  it("are the same objects until a row changes, and those that were read stay as they are", () => {
    const tables = new PlanTables();
    for (const id of ids) tables.setCells("area", id, { title: id });
    const before = tables.all("area");
    expect(tables.all("area")).toBe(before);
    tables.setCells("area", "B", { title: "once" });
    tables.setCells("area", "B", { title: "twice" });
    expect(before.map(({ title }) => title)).toEqual(ids);
    expect(tables.all("area").map(({ title }) => title)).toEqual(ids.with(1, "twice"));
    expect(tables.all("area")[0]).toBe(before[0]);
    for (const id of ids) tables.setCells("area", id, { title: `${id}!` });
    expect(tables.all("area").map(({ title }) => title)).toEqual(ids.map((id) => `${id}!`));
  });
});

describe("what was replaced since a reader looked", () => {
  it("leads from the rows of then to those of now, or all have to be read again", () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(change), (earlier, later) => {
        const tables = new PlanTables();
        for (const made of earlier) apply(tables, made);
        const known = new Set(tables.all("area"));
        const { mark } = tables.replacedSince("area", -1);
        for (const made of later) apply(tables, made);
        const { replaced } = tables.replacedSince("area", mark);
        for (const { before, row } of replaced ?? []) {
          expect(known.delete(before)).toBe(true);
          known.add(row);
        }
        if (replaced !== null) expect(known).toEqual(new Set(tables.all("area")));
      }),
    );
  });

  it("is nothing right after looking, and each change is told once", () => {
    const tables = new PlanTables();
    tables.setCells("area", "A", { title: "one" });
    const first = tables.replacedSince("area", -1);
    expect(first.replaced).toBeNull();
    expect(tables.replacedSince("area", first.mark).replaced).toEqual([]);
    tables.setCells("area", "A", { title: "two" });
    const second = tables.replacedSince("area", first.mark);
    expect(second.replaced?.map(({ before, row }) => [before.title, row.title])).toEqual([["one", "two"]]);
    expect(tables.replacedSince("area", second.mark).replaced).toEqual([]);
  });

  test("rows that come or go are not replaced: all have to be read", () => {
    const tables = new PlanTables();
    tables.setCells("area", "A", { title: "one" });
    const { mark } = tables.replacedSince("area", -1);
    tables.setCells("area", "B", { title: "new" });
    expect(tables.replacedSince("area", mark).replaced).toBeNull();
    const later = tables.replacedSince("area", mark).mark;
    tables.setDeleted("area", "B", true);
    expect(tables.replacedSince("area", later).replaced).toBeNull();
  });

  it("is not kept for ever", () => {
    const tables = new PlanTables();
    tables.setCells("area", "A", { title: "0" });
    const { mark } = tables.replacedSince("area", -1);
    for (let count = 1; count <= 3_000; count += 1) tables.setCells("area", "A", { title: String(count) });
    const { mark: later, replaced } = tables.replacedSince("area", mark);
    expect(replaced).toBeNull();
    expect(tables.replacedSince("area", later).replaced).toEqual([]);
  });
});
