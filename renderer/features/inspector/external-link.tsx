import { UnstyledButton } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessionServices } from "../../session/use-plan-session";
import classes from "./inspector.module.css";

const OPENABLE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** Addresses that may be opened outside the app; plans come from anybody. */
export const isOpenableUrl = (url: string): boolean =>
  URL.canParse(url) && OPENABLE_PROTOCOLS.has(new URL(url).protocol);

/** A link of the plan: plain text unless it is safe to open; the surroundings ask before it is opened. */
export function ExternalLink({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const [hasFailed, setFailed] = useState(false);
  if (!isOpenableUrl(url)) return <p className={classes.text}>{url}</p>;
  const open = async () => {
    const opened = await host.openExternal({ url });
    setFailed(!opened.ok && opened.error.type !== "cancelled");
  };
  return (
    <>
      <UnstyledButton className={classes.link} title={t("inspector.openLink")} onClick={() => void open()}>
        <span className={classes.url}>{url}</span> <IconExternalLink size={12} aria-hidden />
      </UnstyledButton>
      {hasFailed && (
        <p role="alert" className={classes.misfit}>
          {t("inspector.openLinkFailed")}
        </p>
      )}
    </>
  );
}
