import type { HistoryLine } from "../../engine/history-api";

/** What a search looks through besides the line itself. */
export interface SearchedHistory {
  readonly text: string;
  /** Null for everybody. */
  readonly personId: string | null;
}

/** Texts of a line as the page says them. */
export interface HistoryTexts {
  readonly label: (line: HistoryLine) => string;
  readonly field: (field: string) => string;
}

/** The changes of a person in which every word of the search occurs: in what was done, a row's name or a field's. */
export function searchHistory(
  lines: readonly HistoryLine[],
  { text, personId }: SearchedHistory,
  texts: HistoryTexts,
): readonly HistoryLine[] {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return lines.filter((line) => {
    if (personId !== null && line.personId !== personId) return false;
    if (words.length === 0) return true;
    const said = [texts.label(line), ...line.rowNames, ...line.fields.map(texts.field)];
    const haystack = said.join("\n").toLocaleLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

export interface HistoryDay {
  /** The day of all its changes, on this computer's clock. */
  readonly startMs: number;
  readonly lines: readonly HistoryLine[];
}

/** Lines by day, in their order; people's clocks may go back and forth, so a day can come twice. */
export function listDays(lines: readonly HistoryLine[]): readonly HistoryDay[] {
  const days: { startMs: number; lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const startMs = new Date(line.atMs).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.startMs === startMs) last.lines.push(line);
    else days.push({ startMs, lines: [line] });
  }
  return days;
}

/** Everybody who changed something, each once, those with the most changes first. */
export function listPeople(
  lines: readonly HistoryLine[],
): readonly { readonly personId: string; readonly personName: string }[] {
  const people = new Map<string, { personId: string; personName: string; changes: number }>();
  for (const { personId, personName } of lines) {
    const person = people.get(personId) ?? { personId, personName, changes: 0 };
    person.changes += 1;
    people.set(personId, person);
  }
  return [...people.values()]
    .sort((a, b) => b.changes - a.changes)
    .map(({ personId, personName }) => ({ personId, personName }));
}
