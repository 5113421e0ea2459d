import { Select } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { computeReservedPresence } from "../../../core/committee/describe-group-presence";
import { useLanguage } from "../../i18n/use-language";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import { EffectLead } from "./effect-lead";
import { EffectPanel } from "./effect-panel";
import classes from "./effect-panel.module.css";
import { computePresenceCurves, type SizeCurves } from "./size-curves";
import { useSizeMarks } from "./use-effect-charts";

/** The group that figures speak of where the plan names none. */
const EXAMPLE = "example";
const EXAMPLE_SHARE = 0.05;

/** A resident group and the seats that the committee keeps for it. */
export interface PresenceGroup {
  readonly id: string;
  readonly title: string;
  readonly populationRatio: number;
  readonly reservedSeats: number;
}

interface PresencePanelProps {
  readonly groups: readonly PresenceGroup[];
  readonly curves: SizeCurves;
}

/** How likely a group is seated and in the room when all seats are drawn; seats kept for it are named first. */
export const PresencePanel = memo(function PresencePanel({ groups, curves }: PresencePanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [groupId, setGroupId] = useState(EXAMPLE);
  const group = groups.find(({ id }) => id === groupId);
  const share = group?.populationRatio ?? EXAMPLE_SHARE;
  const { points, marked } = useMemo(() => computePresenceCurves(curves, share), [curves, share]);
  const marks = useSizeMarks(curves.marked, (_, index) => [
    marked[index]?.seatedRatio ?? null,
    marked[index]?.atMeetingRatio ?? null,
  ]);
  const reservedSeats = group?.reservedSeats ?? 0;
  const percent = (ratio: number) => formatRatio(ratio, language, 0);
  const example = t("scenarios.smallGroup", { share: formatRatio(EXAMPLE_SHARE, language) });
  return (
    <EffectPanel
      name={t("committees.presenceTitle")}
      subtitle={t("committees.presenceSubtitle")}
      meaning={t("committees.presenceMeaning")}
      model="A1"
      inputs={[
        { label: t("figureInput.groupShare"), value: formatRatio(share, language) },
        {
          label: t("figureInput.attendance"),
          value: formatRatio(curves.work.citizenAttendanceRatio, language),
        },
      ]}
      points={points.map(({ seats, seatedRatio, atMeetingRatio }) => ({
        seats,
        seatedRatio,
        atMeetingRatio,
      }))}
      markedPoints={marked.map(({ seats, seatedRatio, atMeetingRatio }) => ({
        seats,
        seatedRatio,
        atMeetingRatio,
      }))}
      series={[
        { key: "seatedRatio", name: t("committees.drawnSeated"), color: "var(--series-1)" },
        {
          key: "atMeetingRatio",
          name: t("committees.drawnAtMeeting"),
          color: "var(--series-3)",
          isDashed: true,
        },
      ]}
      marks={marks}
      highest={1}
      format={percent}
      control={
        <Select
          aria-label={t("committees.chooseGroup")}
          value={group?.id ?? EXAMPLE}
          allowDeselect={false}
          data={[
            { value: EXAMPLE, label: example },
            ...groups.map(({ id, title, populationRatio }) => ({
              value: id,
              label: t("scenarios.groupOf", { title, share: formatRatio(populationRatio, language) }),
            })),
          ]}
          onChange={(value) => setGroupId(value ?? EXAMPLE)}
        />
      }
      lead={
        <>
          {reservedSeats > 0 && (
            <span className={classes.note}>
              {t("committees.reservedLead", {
                count: reservedSeats,
                seats: formatNumber(reservedSeats, language),
                ratio: percent(computeReservedPresence(reservedSeats, curves.work.citizenAttendanceRatio)),
              })}
            </span>
          )}
          <EffectLead
            marked={curves.marked}
            values={marked.map(({ atMeetingRatio }) => atMeetingRatio)}
            unit="ratio"
            better="higher"
          />
        </>
      }
    />
  );
});
