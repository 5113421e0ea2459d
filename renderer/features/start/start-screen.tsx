import { Button, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isLanguage, languages } from "../../i18n/language";
import { chooseLanguage } from "../../session/choose-language";
import { SessionBanners } from "../../session/session-banners";
import { useFileDrop } from "../../session/use-file-drop";
import { usePlanSession, useSessionServices } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import { BackupsPanel } from "../backups/backups-panel";
import { OpeningLine } from "./opening-line";
import { RecentFiles } from "./recent-files";
import { RecoveredWork } from "./recovered-work";
import classes from "./start-screen.module.css";
import { TemplateCards } from "./template-cards";

/** Where the work begins: a new plan, an existing one, or what a crash left behind. */
export function StartScreen() {
  const { t, i18n } = useTranslation();
  const { view, actions } = usePlanSession();
  const { host } = useSessionServices();
  const isDropping = useFileDrop(actions.openBytes);
  const isBusy = view.status !== "start";

  return (
    <div className={classes.page} data-dropping={isDropping || undefined}>
      <OpeningLine isOpening={isBusy} activity={view.activity} onCancel={actions.cancelOpening} />
      <SessionBanners />
      <main className={classes.content} aria-busy={isBusy}>
        <header className={classes.head}>
          <div>
            <h1 className={classes.title}>{t("start.title")}</h1>
            <p className={classes.tagline}>{t("start.tagline")}</p>
          </div>
          <SegmentedControl
            aria-label={t("start.language")}
            value={i18n.language}
            onChange={(language) => isLanguage(language) && void chooseLanguage(host, i18n, language)}
            data={languages.map((language) => ({ value: language, label: t(`language.${language}`) }))}
          />
        </header>
        {view.startLists.recoveredWork.length > 0 && (
          <RecoveredWork work={view.startLists.recoveredWork} isBusy={isBusy} />
        )}
        <div className={classes.columns}>
          <Panel title={t("start.newPlan")}>
            <TemplateCards isBusy={isBusy} onChoose={actions.newFromTemplate} />
          </Panel>
          <Panel
            title={t("start.openPlan")}
            action={
              <Button variant="filled" disabled={isBusy} onClick={actions.openPicked}>
                {t("start.open")}
              </Button>
            }
          >
            <p className={classes.drop}>{isDropping ? t("start.dropNow") : t("start.dropHint")}</p>
            <RecentFiles files={view.startLists.recentFiles} isBusy={isBusy} />
          </Panel>
        </div>
        <BackupsPanel isBusy={isBusy} />
      </main>
    </div>
  );
}
