import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isUuid } from "../../core/planfile/uuid-bytes";
import { CliFailure } from "../failures/cli-failure";
import { errorCode } from "../files/file-errors";
import { createFile } from "../files/write-file";
import type { CliSystem } from "../system";

const MAX_NAME_LENGTH = 500;

const Person = z.object({ id: z.string().refine(isUuid), name: z.string().max(MAX_NAME_LENGTH) });
type Person = z.infer<typeof Person>;

/** `person.json`: who edits on this computer. The first person is the one at the keyboard. */
const AuthorSettings = z.object({ people: z.array(Person) });

/**
 * The person that a change is written down to. Each name has a random id of its
 * own that stays the same on this computer, so that histories can tell people
 * apart; without a name it is the person at the keyboard. Where the settings
 * cannot be read or written, the id lasts for this run and a message says so.
 */
export async function findAuthor(system: CliSystem, name: string | undefined): Promise<Person> {
  const wanted = name?.trim();
  if (wanted === "" || (wanted !== undefined && wanted.length > MAX_NAME_LENGTH))
    throw new CliFailure(2, {
      type: "bad-author",
      message: `--author needs a name of 1 to ${MAX_NAME_LENGTH} letters.`,
    });
  const path = join(system.settingsFolder, "person.json");
  const people = readPeople(path);
  const known = wanted === undefined ? people?.[0] : people?.find((person) => person.name === wanted);
  if (known !== undefined) return known;
  const minted = { id: system.mintId(), name: wanted ?? system.userName.slice(0, MAX_NAME_LENGTH) };
  const isKept = people !== null && (await keepPeople(system, path, [...people, minted], wanted));
  if (!isKept)
    system.writeError(`${path} cannot be used; the change is written down to a person id of this run.\n`);
  return minted;
}

/** Null when there is something that cannot be read; it is left alone. */
function readPeople(path: string): readonly Person[] | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return errorCode(error) === "ENOENT" ? [] : null;
  }
  try {
    const parsed = AuthorSettings.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.people : null;
  } catch {
    return null;
  }
}

async function keepPeople(
  system: CliSystem,
  path: string,
  people: readonly Person[],
  named: string | undefined,
): Promise<boolean> {
  // The first place is that of the person at the keyboard, even if a name was given before they did anything.
  const isFirstNamed = named !== undefined && people.length === 1;
  const kept = isFirstNamed ? [{ id: system.mintId(), name: system.userName }, ...people] : people;
  try {
    mkdirSync(system.settingsFolder, { recursive: true });
    const text = `${JSON.stringify({ people: kept }, null, 2)}\n`;
    await createFile(path, new TextEncoder().encode(text), true);
    return true;
  } catch {
    return false;
  }
}
