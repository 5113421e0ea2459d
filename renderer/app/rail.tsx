import { useTranslation } from "react-i18next";
import classes from "./rail.module.css";
import { type Screen, screenGroups, screens } from "./screens";
import { hrefOf } from "./use-route";

/** The screens of the plan in their groups. Groups without a screen are left out. */
export function Rail({ current }: { readonly current: Screen }) {
  const { t } = useTranslation();
  return (
    <nav className={classes.rail} aria-label={t("frame.screens")}>
      {screenGroups.map((group) => {
        const members = screens.filter((screen) => screen.group === group);
        if (members.length === 0) return null;
        return (
          <div key={group}>
            <h2 id={`group-${group}`} className={classes.group}>
              {t(`screenGroup.${group}`)}
            </h2>
            <ul className={classes.list} aria-labelledby={`group-${group}`}>
              {members.map((screen) => (
                <li key={screen.id}>
                  <a
                    href={hrefOf(screen)}
                    className={classes.link}
                    aria-current={screen === current ? "page" : undefined}
                    onPointerEnter={() => void screen.preload()}
                    onFocus={() => void screen.preload()}
                  >
                    <screen.Icon size={16} stroke={1.6} aria-hidden />
                    {t(`screen.${screen.id}`)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
