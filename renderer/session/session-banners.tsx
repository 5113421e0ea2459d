import { Alert, Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconLock, IconShieldOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { describeFailure } from "./error-text";
import classes from "./session-banners.module.css";
import type { OpenDocument, SessionNotice } from "./session-view";
import { usePlanSession } from "./use-plan-session";

/** What the user must know about the safety of the work; nothing when all is well. */
export function SessionBanners() {
  const { view } = usePlanSession();
  return (
    <>
      {view.document !== null && <SafetyBanners document={view.document} />}
      {view.notice !== null && <NoticeBanner notice={view.notice} />}
    </>
  );
}

function SafetyBanners({ document }: { readonly document: OpenDocument }) {
  const { t } = useTranslation();
  const { actions } = usePlanSession();
  return (
    <>
      {!document.isProtected && document.isDirty && (
        <Alert
          className={classes.banner ?? ""}
          color="yellow"
          icon={<IconShieldOff size={16} />}
          role="status"
        >
          <Group justify="space-between" wrap="nowrap">
            <span>{t("file.notProtected")}</span>
            <Button onClick={actions.save}>{t("file.save")}</Button>
          </Group>
        </Alert>
      )}
      {document.readOnlyReason !== null && (
        <Alert className={classes.banner ?? ""} color="gray" icon={<IconLock size={16} />} role="status">
          {document.readOnlyReason === "newer-format" ? t("file.readOnlyNewer") : t("file.readOnlyLocked")}
        </Alert>
      )}
    </>
  );
}

function NoticeBanner({ notice }: { readonly notice: SessionNotice }) {
  const { t } = useTranslation();
  const { actions } = usePlanSession();
  return (
    <Alert
      className={classes.banner ?? ""}
      color="red"
      icon={<IconAlertTriangle size={16} />}
      role="alert"
      withCloseButton
      closeButtonLabel={t("file.dismiss")}
      onClose={actions.dismissNotice}
    >
      <Group justify="space-between" wrap="nowrap">
        <span>{describeFailure(t, notice.failure, notice.subject)}</span>
        {notice.offersSaveAs && <Button onClick={actions.saveAs}>{t("file.saveAs")}</Button>}
      </Group>
    </Alert>
  );
}
