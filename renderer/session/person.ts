import { isUuid } from "../../core/planfile/uuid-bytes";
import type { Person } from "../engine/plan-api";
import type { Host } from "../host/host";

/**
 * Who edits on this computer. The random id is made once and kept in the app's
 * settings, so that a plan's history can tell people apart; where the host
 * cannot keep it, it lasts for this session.
 */
export async function readPerson(host: Host, mintId: () => string): Promise<Person> {
  const read = await host.readSettings();
  const settings = read.ok ? read.value : {};
  const { personId, displayName } = settings;
  const name = typeof displayName === "string" ? displayName : "";
  if (typeof personId === "string" && isUuid(personId)) return { personId, displayName: name };
  const minted = mintId();
  if (read.ok) await host.writeSettings({ ...settings, personId: minted });
  return { personId: minted, displayName: name };
}

/** Keeps another name of the person; where the host cannot, it lasts for this session. */
export async function keepDisplayName(host: Host, displayName: string): Promise<void> {
  const read = await host.readSettings();
  if (read.ok) await host.writeSettings({ ...read.value, displayName });
}
