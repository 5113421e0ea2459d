/** What rotation needs to know of a backup. */
export interface RotatedBackup {
  backupId: string;
  /** ISO 8601. */
  createdAt: string;
}

const KEPT_OF_TODAY = 3;
const KEPT_IN_ALL = 10;

/**
 * Which backups of ONE plan make room: all but the three newest of today, the
 * newest of each earlier day, and ten in all. Days are the user's own.
 *
 * @param keptId one that stays in any case, and counts as kept
 * @param dayOf the calendar day of an instant in the user's time zone, for example `2026-03-01`
 */
export function chooseBackupsToDelete(
  backups: readonly RotatedBackup[],
  today: string,
  dayOf: (instant: string) => string,
  keptId: string | null = null,
): string[] {
  const newestFirst = [...backups].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const keptOfDay = new Map<string, number>();
  let keptInAll = 0;
  const deleted: string[] = [];
  // What stays in any case takes its place first, but after the newest, which always stays.
  const inOrderOfRight = [
    ...newestFirst.slice(0, 1),
    ...newestFirst.slice(1).filter(({ backupId }) => backupId === keptId),
    ...newestFirst.slice(1).filter(({ backupId }) => backupId !== keptId),
  ];
  for (const backup of inOrderOfRight) {
    const day = dayOf(backup.createdAt);
    const kept = keptOfDay.get(day) ?? 0;
    // A clock that was ahead may have left backups "after" today: they count as today's.
    const limit = day >= today ? KEPT_OF_TODAY : 1;
    if (kept < limit && keptInAll < KEPT_IN_ALL) {
      keptOfDay.set(day, kept + 1);
      keptInAll += 1;
    } else {
      deleted.push(backup.backupId);
    }
  }
  return deleted;
}

/** The calendar day of an instant in this computer's time zone. */
export function localDayOf(instant: string): string {
  const date = new Date(instant);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
