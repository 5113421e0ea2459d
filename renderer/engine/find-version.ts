import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { PlanDocument } from "../../core/planfile/plan-document";
import {
  isWholeVersion,
  type PlanVersion,
  parseVersion,
  selectVersion,
  versionOf,
} from "../../core/planfile/plan-version";
import type { NamedVersion, VersionPoint } from "./history-api";

type VersionsOf = Pick<PlanDocument, "changes" | "folded" | "tables">;

/** A version with what it is called; the title is empty for a moment that nobody named. */
export interface FoundVersion {
  readonly version: PlanVersion;
  readonly title: string;
}

/** The version that a point names; null where the plan does not hold it whole. */
export function findVersion(document: VersionsOf, point: VersionPoint): FoundVersion | null {
  if (point.type === "after-change") {
    const changeNumber = document.folded.index.numberOf(point.changeId);
    if (changeNumber === undefined) return null;
    return { version: versionOf(document.changes.slice(0, changeNumber)), title: "" };
  }
  const named = point.type === "named" ? document.tables.find("baseline", point.baselineId) : undefined;
  const version = parseVersion(point.type === "version" ? point.version : (named?.version ?? "?"));
  if (version === null || !isWholeVersion(document.changes, version)) return null;
  return { version, title: named?.title ?? "" };
}

/** The versions that people named, the latest first; those that this file does not hold whole come last. */
export function listVersions(document: VersionsOf): readonly NamedVersion[] {
  return document.tables
    .all("baseline")
    .map(({ id, title, note }) => {
      const found = findVersion(document, { type: "named", baselineId: id });
      if (found === null) return { id, title, note, atMs: null, changesSince: 0 };
      const selected = selectVersion(document.changes, found.version);
      const last = selected.at(-1);
      const changesSince = document.changes.length - selected.length;
      return { id, title, note, atMs: last === undefined ? null : hybridTimeToMs(last.hlc), changesSince };
    })
    .sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0) || (a.id < b.id ? 1 : -1));
}
