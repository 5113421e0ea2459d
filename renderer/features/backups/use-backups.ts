import { useEffect, useState } from "react";
import type { BackupInfo } from "../../host/host";
import { usePlanSession, useSessionServices } from "../../session/use-plan-session";

/** The backups of a plan, or of all plans (null), newest first; read again when another state is opened. Undefined while they are read, null when they cannot be. */
export function useBackups(planId: string | null): readonly BackupInfo[] | null | undefined {
  const { host } = useSessionServices();
  const { view } = usePlanSession();
  const documentKey = view.document?.documentKey;
  const [backups, setBackups] = useState<readonly BackupInfo[] | null>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another opening may have made a backup
  useEffect(() => {
    let isWanted = true;
    void host.listBackups({ planId }).then((listed) => {
      if (isWanted) setBackups(listed.ok ? listed.value : null);
    });
    return () => {
      isWanted = false;
    };
  }, [host, planId, documentKey]);
  return backups;
}
