import type { PlanDocument } from "../../core/planfile/plan-document";
import { findAuthor } from "../author/author-settings";
import type { CliSystem } from "../system";

/** Starts an editing session for the named author or the person at the keyboard; its actor id is new each run. */
export async function beginEditing(
  system: CliSystem,
  document: PlanDocument,
  authorName: string | undefined,
): Promise<void> {
  const author = await findAuthor(system, authorName);
  document.beginSession({
    actorId: system.mintId(),
    personId: author.id,
    displayName: author.name,
    startedAtMs: system.nowMs(),
  });
}
