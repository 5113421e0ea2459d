import { CloseButton, UnstyledButton } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lever, LeverGroup, LeverValue, LeverValues } from "../../../core/scenario/lever";
import { findCouncilLevers, splitSeats } from "./council-levers";
import { FindCouncil } from "./find-council";
import { LeverControl } from "./lever-control";
import classes from "./lever-panel.module.css";
import { currentValue, moveLever, resetLever } from "./lever-values";

interface LeverPanelProps {
  readonly levers: readonly Lever[];
  readonly values: LeverValues;
  readonly onChange: (values: LeverValues) => void;
}

const groups: readonly LeverGroup[] = ["committee", "decentralised", "money", "prices"];

/** The levers: size of the council and share of the residents first, all others behind "More". */
export function LeverPanel({ levers, values, onChange }: LeverPanelProps) {
  const { t } = useTranslation();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const council = useMemo(() => findCouncilLevers(levers), [levers]);
  const share = levers.find((lever) => lever.path === "decentralised.share");
  const main = new Set([council?.seats, council?.newSeatsTo, share].map((lever) => lever?.path));
  const others = levers.filter((lever) => !main.has(lever.path));
  const changedOthers = others.filter((lever) => values[lever.path] !== undefined).length;
  const changed = Object.keys(values).length;
  const known = useMemo(() => new Set(levers.map(({ path }) => path)), [levers]);
  const orphans = Object.entries(values).filter(([path]) => !known.has(path));

  // Stable, so that moving one lever repaints that lever only.
  const latest = useRef({ values, onChange });
  latest.current = { values, onChange };
  const move = useCallback((lever: Lever, value: LeverValue) => {
    latest.current.onChange(moveLever(latest.current.values, lever, value));
  }, []);
  const reset = useCallback((path: string) => {
    latest.current.onChange(resetLever(latest.current.values, path));
  }, []);

  const numberAt = (lever: Lever | undefined) => {
    const value = lever === undefined ? 0 : currentValue(lever, values);
    return typeof value === "number" ? value : 0;
  };
  const officialsNow = council?.officials === undefined ? 0 : numberAt(council.officials);
  const seatsNow = council === null ? 0 : numberAt(council.seats);
  const checkSeats = useCallback(
    (seats: number) =>
      seats < officialsNow ? t("refused.seatsBelowOfficials", { seats, officials: officialsNow }) : null,
    [officialsNow, t],
  );
  const checkOfficials = useCallback(
    (officials: number) =>
      officials > seatsNow ? t("refused.seatsBelowOfficials", { seats: seatsNow, officials }) : null,
    [seatsNow, t],
  );

  const control = (lever: Lever, more: Partial<React.ComponentProps<typeof LeverControl>> = {}) => (
    <LeverControl
      key={lever.path}
      lever={lever}
      value={currentValue(lever, values)}
      isChanged={values[lever.path] !== undefined}
      onMove={move}
      onReset={reset}
      {...more}
    />
  );
  const choiceLabels = useMemo(() => {
    if (council === null) return undefined;
    const planned = { seats: planNumber(council.seats), officials: planNumber(council.officials) };
    const label = (choice: "citizens" | "proportional") => {
      const split = splitSeats(seatsNow, planned, choice);
      return t("leverChoice.split", { name: t(`leverChoice.${choice}`), ...split });
    };
    return { citizens: label("citizens"), proportional: label("proportional") };
  }, [council, seatsNow, t]);

  return (
    <section className={classes.panel} aria-labelledby="levers-heading">
      <div className={classes.head}>
        <h2 id="levers-heading" className={classes.title}>
          {t("scenarios.levers")}
        </h2>
        <span className={classes.count}>
          {changed === 0 ? t("scenarios.notChanged") : t("scenarios.changed", { count: changed })}
          {changed > 0 && (
            <>
              {" · "}
              <UnstyledButton
                className={classes.link}
                aria-label={t("scenarios.resetAll")}
                onClick={() => onChange({})}
              >
                {t("scenarios.reset")}
              </UnstyledButton>
            </>
          )}
        </span>
      </div>
      <h3 className={classes.group} title={council?.seats.subject}>
        {council?.seats.subject || t("leverGroup.committee")}
      </h3>
      {council === null ? (
        <p className={classes.empty}>{t("scenarios.noCouncil")}</p>
      ) : (
        <>
          {control(council.seats, { checkMore: checkSeats })}
          {council.newSeatsTo !== undefined && control(council.newSeatsTo, { choiceLabels })}
          <FindCouncil council={council} values={values} onChange={onChange} />
        </>
      )}
      <h3 className={classes.group}>{t("leverGroup.decentralised")}</h3>
      {share !== undefined && control(share)}
      <details className={classes.more} onToggle={(event) => setMoreOpen(event.currentTarget.open)}>
        <summary>
          {t("scenarios.moreLevers")}
          {changedOthers > 0 && (
            <span className={classes.changedHere}>
              {t("scenarios.moreLeversCount", { count: changedOthers })}
            </span>
          )}
        </summary>
        {isMoreOpen &&
          groups.map((group) => {
            const members = others.filter((lever) => lever.group === group);
            if (members.length === 0) return null;
            return (
              <div key={group}>
                <h3 className={classes.group}>{t(`leverGroup.${group}`)}</h3>
                {members.map((lever, index) => (
                  <div key={lever.path}>
                    {group === "committee" && lever.subject !== members[index - 1]?.subject && (
                      <h4 className={classes.subject}>{lever.subject}</h4>
                    )}
                    {control(
                      lever,
                      lever.path === council?.officials?.path ? { checkMore: checkOfficials } : {},
                    )}
                  </div>
                ))}
              </div>
            );
          })}
      </details>
      {orphans.length > 0 && (
        <>
          <h3 className={classes.group}>{t("whatIf.orphans")}</h3>
          <p className={classes.empty}>{t("whatIf.orphansHint")}</p>
          <ul className={classes.orphans}>
            {orphans.map(([path, value]) => (
              <li key={path}>
                <span>
                  {path} = {String(value)}
                </span>
                <CloseButton
                  size="xs"
                  aria-label={t("whatIf.removeOrphan", { path })}
                  onClick={() => reset(path)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const planNumber = (lever: Lever | undefined): number =>
  typeof lever?.planValue === "number" ? lever.planValue : 0;
