import { Button, CloseButton } from "@mantine/core";
import { IconAlertTriangle, IconClockExclamation, IconLock, IconShieldOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { describeFailure } from "./error-text";
import classes from "./session-banners.module.css";
import type { OpenDocument, SessionNotice } from "./session-view";
import { usePlanSession, useSessionActions } from "./use-plan-session";

/** What the user must know about the safety of the work; nothing when all is well. */
export function SessionBanners() {
  const { view } = usePlanSession();
  return (
    <>
      {view.document !== null && <SafetyBanners document={view.document} />}
      {view.notice !== null && <NoticeBanner key={view.notice.noticeId} notice={view.notice} />}
    </>
  );
}

function SafetyBanners({ document }: { readonly document: OpenDocument }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  return (
    <>
      {!document.isProtected && document.isDirty && (
        <Banner tone="warning" Icon={IconShieldOff} text={t("file.notProtected")}>
          <Button onClick={actions.save}>{t("file.save")}</Button>
        </Banner>
      )}
      {document.changedAheadMs !== null && (
        <Banner
          tone="warning"
          Icon={IconClockExclamation}
          text={t("file.changedAhead", { when: document.changedAheadMs })}
        >
          <CloseButton
            c="inherit"
            size="sm"
            aria-label={t("file.dismiss")}
            onClick={actions.dismissClockNotice}
          />
        </Banner>
      )}
      {document.readOnlyReason !== null && (
        <Banner
          tone="info"
          Icon={IconLock}
          text={
            document.readOnlyReason === "newer-format" ? t("file.readOnlyNewer") : t("file.readOnlyLocked")
          }
        />
      )}
    </>
  );
}

function NoticeBanner({ notice }: { readonly notice: SessionNotice }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  return (
    <Banner tone="problem" Icon={IconAlertTriangle} text={describeFailure(t, notice.failure, notice.subject)}>
      {notice.offersSaveAs && <Button onClick={actions.saveAs}>{t("file.saveAs")}</Button>}
      <CloseButton c="inherit" size="sm" aria-label={t("file.dismiss")} onClick={actions.dismissNotice} />
    </Banner>
  );
}

interface BannerProps {
  readonly tone: "info" | "warning" | "problem";
  readonly Icon: typeof IconLock;
  readonly text: string;
  readonly children?: ReactNode;
}

/** One line across the page. A problem is read out at once, the others when there is a pause. */
function Banner({ tone, Icon, text, children }: BannerProps) {
  return (
    <div className={classes.banner} data-tone={tone} role={tone === "problem" ? "alert" : "status"}>
      <Icon size={16} stroke={1.6} className={classes.icon} aria-hidden />
      <span className={classes.text}>{text}</span>
      {children}
    </div>
  );
}
