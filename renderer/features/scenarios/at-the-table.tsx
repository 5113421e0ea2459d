import { useTranslation } from "react-i18next";
import type { CommitteeOutcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import classes from "./at-the-table.module.css";
import type { RowNames } from "./row-names";

interface AtTheTableProps {
  readonly base: CommitteeOutcome;
  readonly scenario: CommitteeOutcome;
  readonly names: RowNames;
  readonly inputs: readonly FigureInput[];
}

interface Bar {
  readonly id: string;
  readonly label: string;
  readonly ratio: number;
  readonly baseRatio: number;
  readonly reservedSeats: number;
}

/** How likely each resident group is in the room, as bars with the base as a tick. */
export function AtTheTable({ base, scenario, names, inputs }: AtTheTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bars = listBars(base, scenario, (id, share) =>
    id === null
      ? t("scenarios.smallGroup", { share: formatRatio(share, language) })
      : t("scenarios.groupOf", { title: names.group(id), share: keepTogether(formatRatio(share, language)) }),
  );
  return (
    <Panel
      title={t("scenarios.tableTitle")}
      subtitle={t("scenarios.tableSubtitle")}
      action={
        <FigureHelp
          name={t("scenarios.tableTitle")}
          meaning={t("scenarios.tableMeaning")}
          model="A1"
          inputs={inputs}
        />
      }
    >
      <p className={classes.summary}>
        {t("scenarios.tableSummary", {
          seats: scenario.seats,
          citizens: scenario.citizens,
          officials: scenario.officials,
          quorum: scenario.quorum,
        })}
      </p>
      <dl className={classes.bars}>
        {bars.map(({ id, label, ratio, baseRatio, reservedSeats }) => (
          <div key={id} className={classes.row}>
            <dt className={classes.label} title={label}>
              {label}
              {reservedSeats > 0 && (
                <span className={classes.reserved}>
                  {" "}
                  · {t("scenarios.reserved", { seats: formatNumber(reservedSeats, language) })}
                </span>
              )}
            </dt>
            <dd className={classes.value}>
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${ratio * 100}%` }} />
                <span className={classes.tick} style={{ left: `${baseRatio * 100}%` }} />
              </span>
              <span className={classes.figure}>
                {formatRatio(ratio, language, 0)}
                <span className="visually-hidden">
                  {" "}
                  {t("figure.base", { value: formatRatio(baseRatio, language, 0) })}
                </span>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.base}>
        <span className={classes.tickKey} aria-hidden />
        {t("scenarios.tableBase", {
          seats: base.seats,
          citizens: base.citizens,
          officials: base.officials,
        })}
      </p>
    </Panel>
  );
}

/** A number is not parted from its sign at the end of a line. */
const keepTogether = (text: string) => text.replaceAll(" ", "\u00a0");

const EXAMPLE_GROUP_SHARE = 0.05;

/** A bar a resident group; a plan without groups shows the example group of 5 %. */
function listBars(
  base: CommitteeOutcome,
  scenario: CommitteeOutcome,
  nameGroup: (id: string | null, share: number) => string,
): Bar[] {
  if (scenario.groups.length === 0)
    return [
      {
        id: "example",
        label: nameGroup(null, EXAMPLE_GROUP_SHARE),
        ratio: scenario.presenceAtMeetingRatio,
        baseRatio: base.presenceAtMeetingRatio,
        reservedSeats: 0,
      },
    ];
  const baseById = new Map(base.groups.map((group) => [group.groupId, group]));
  return scenario.groups.map(({ groupId, populationRatio, presenceAtMeetingRatio, reservedSeats }) => ({
    id: groupId,
    label: nameGroup(groupId, populationRatio),
    ratio: presenceAtMeetingRatio,
    baseRatio: baseById.get(groupId)?.presenceAtMeetingRatio ?? presenceAtMeetingRatio,
    reservedSeats,
  }));
}
