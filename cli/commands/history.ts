import { isEntityName } from "../../core/plan/entities";
import {
  type HistoryEntry,
  type HistoryFilter,
  listChangedCells,
  listHistory,
} from "../../core/planfile/list-history";
import type { PlanDocument } from "../../core/planfile/plan-document";
import { isWholeVersion, parseVersion } from "../../core/planfile/plan-version";
import { CliFailure } from "../failures/cli-failure";
import { describeChange } from "../output/change-words";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { formatSection, formatTable, joinSections } from "../output/text-table";
import { findFieldByName } from "../paths/find-field-by-name";
import { nameRow } from "../plan/name-row";
import { openPlan } from "../plan/open-plan";
import type { AddCommand } from "../run-cli";

interface HistoryOptions {
  readonly person?: string;
  readonly since?: string;
  readonly until?: string;
  readonly row?: string;
  readonly field?: string;
}

export const addHistoryCommand: AddCommand = (program, system, run) =>
  program
    .command("history")
    .description("list what was done to a plan, by whom and when, the latest first")
    .argument("<FILE>", "plan file")
    .option("--person <NAME>", "only changes by this person")
    .option("--since <DATE>", "from this day or time on, e.g. 2027-03-01 (UTC)")
    .option("--until <DATE>", "before this day or time")
    .option("--row <ROW>", "only changes of a row: task.T01, committee.COUNCIL, plan, or a row id")
    .option("--field <FIELD>", "only changes of this field, e.g. seats")
    .addHelpText(
      "after",
      "\nNamed versions and merges are listed too. Change numbers are those of this file; ids are the same in every copy.\n\nExample:\n  civplan history plan.civplan --person Kim --since 2027-03-01 --row committee.COUNCIL",
    )
    .action((file: string, options: HistoryOptions) =>
      run(async () => listChanges((await openPlan(system, file)).document, options)),
    );

function listChanges(document: PlanDocument, options: HistoryOptions): CommandReport {
  const { index } = document.folded;
  const people = findPeople(document, options.person);
  const row: { readonly entity?: string; readonly rowId?: string } =
    options.row === undefined ? {} : findRow(document, options.row);
  const field = options.field === undefined ? {} : { field: findField(options.field, row.entity) };
  const since = options.since === undefined ? {} : { sinceMs: readDate("--since", options.since) };
  const until = options.until === undefined ? {} : { untilMs: readDate("--until", options.until) };
  const filter: HistoryFilter = { ...row, ...field, ...since, ...until };
  const entries = listHistory(index, filter).filter(
    ({ personId }) => people === null || people.has(personId),
  );
  const versions = document.tables.all("baseline").map(({ id, title, note, version }) => {
    const parsed = parseVersion(version);
    return { id, title, note, isWhole: parsed !== null && isWholeVersion(document.changes, parsed) };
  });
  const shown = `${formatCount(entries.length, "change")} of ${document.revision}`;
  return {
    json: {
      changes: entries.map((entry) => ({
        change: entry.changeNumber,
        changeId: entry.changeId,
        person: entry.personName,
        personId: entry.personId,
        at: new Date(entry.atMs).toISOString(),
        label: describeChange(entry.label),
        kind: entry.label?.key ?? null,
        undoes: entry.undoes,
        rows: entry.rows,
        cells: entry.cells <= MOST_CELLS ? listCells(document, entry) : null,
        cellCount: entry.cells,
      })),
      people: document.people.map(({ id, displayName }) => ({ id, name: displayName })),
      versions,
      merges: document.merges.map((merge) => ({
        ...merge,
        mergedAt: new Date(merge.mergedAtMs).toISOString(),
      })),
    },
    text: joinSections(
      entries.length === 0
        ? `No change fits; the plan has ${formatCount(document.revision, "change")}.`
        : `${shown}\n${listEntries(entries)}`,
      formatSection(
        "Named versions",
        formatTable(
          [{ title: "Version" }, { title: "Note" }],
          versions.map(({ title, note }) => [title, note]),
        ),
      ),
    ),
  };
}

/** A pasted block has thousands of cells; the list names those of smaller changes. */
const MOST_CELLS = 50;

const listCells = (document: PlanDocument, { changeId }: HistoryEntry) =>
  listChangedCells(document.folded.index, document.tables, changeId).map(
    ({ entity, rowId, field, from, to }) => ({
      entity,
      row: isEntityName(entity) ? nameRow(document.tables, entity, rowId) : `${entity} ${rowId}`,
      rowId,
      field,
      from,
      to,
    }),
  );

const listEntries = (entries: readonly HistoryEntry[]) =>
  formatTable(
    [{ title: "Change", align: "right" }, { title: "When (UTC)" }, { title: "Who" }, { title: "What" }],
    entries.map(({ changeNumber, atMs, personName, label }) => [
      String(changeNumber),
      new Date(atMs).toISOString().slice(0, 16).replace("T", " "),
      personName === "" ? "–" : personName,
      describeChange(label),
    ]),
  );

/** The ids of everybody who goes by a name; several people may. */
function findPeople(document: PlanDocument, name: string | undefined): ReadonlySet<string> | null {
  if (name === undefined) return null;
  const wanted = name.trim().toLowerCase();
  const found = document.people.filter(
    ({ id, displayName }) => displayName.trim().toLowerCase() === wanted || id === wanted,
  );
  if (found.length > 0) return new Set(found.map(({ id }) => id));
  const known = document.people.map(({ displayName }) => displayName).filter((known) => known !== "");
  throw new CliFailure(2, {
    type: "unknown-person",
    message: `Nobody called "${name}" has changed this plan. Known: ${known.join(", ")}.`,
    name,
    known,
  });
}

function readDate(option: string, text: string): number {
  const isDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text);
  const timeMs = isDate
    ? Date.parse(text.length > 10 && !/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text)
    : Number.NaN;
  if (Number.isNaN(timeMs))
    throw new CliFailure(2, {
      type: "bad-date",
      message: `${option}: "${text}" is not a day. Write it as 2027-03-01 or 2027-03-01T14:00.`,
    });
  return Math.max(0, timeMs);
}

/** `plan`, `ENTITY.CODE`, or the id of a row; a row that was deleted has a history too. */
function findRow(document: PlanDocument, name: string): { readonly entity?: string; readonly rowId: string } {
  if (name === "plan") return { entity: "plan", rowId: "plan" };
  const [entity = "", ...rest] = name.split(".");
  const code = rest.join(".");
  for (const row of document.folded.fold.heads.rows()) {
    if (row.rowId === name || (row.entity === entity && row.rowId === code))
      return { entity: row.entity, rowId: row.rowId };
    if (row.entity !== entity || !isEntityName(row.entity)) continue;
    const cells = document.tables.findEvenDeleted(row.entity, row.rowId) as
      | Readonly<Record<string, unknown>>
      | undefined;
    if (cells?.code === code || cells?.title === code) return { entity: row.entity, rowId: row.rowId };
  }
  throw new CliFailure(2, {
    type: "unknown-row",
    message: `The plan never had a row ${name}. Write task.T01, committee.COUNCIL, plan, or the id of a row.`,
    name,
  });
}

const findField = (name: string, entity: string | undefined): string =>
  entity !== undefined && isEntityName(entity) && name !== "_deleted"
    ? findFieldByName(name, entity, name)
    : name;
