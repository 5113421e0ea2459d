import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../../core/plan/field";
import { useLanguage } from "../../i18n/use-language";
import { FigureBox } from "../../ui/figure-box";
import { formatNumber } from "../../ui/number-format";
import { EffectLead } from "./effect-lead";
import { EffectPanel } from "./effect-panel";
import { computeTalkCurves, type SizeCurves } from "./size-curves";
import { useSizeMarks } from "./use-effect-charts";

const MINUTES_PER_HOUR = 60;
const ILLUSTRATIVE_OVERHEAD_MINUTES = 30;
/** Above this, a curve over small sizes would flatten all that matters. */
const MOST_MINUTES_SHOWN = 12;

interface TalkPanelProps {
  readonly officialHours: number;
  readonly curves: SizeCurves;
}

/** Minutes that each member can speak in a meeting as long as the officials' hours for it. */
export const TalkPanel = memo(function TalkPanel({ officialHours, curves }: TalkPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [overheadMinutes, setOverheadMinutes] = useState(ILLUSTRATIVE_OVERHEAD_MINUTES);
  const meetingMinutes = officialHours * MINUTES_PER_HOUR;
  const { points, marked } = useMemo(
    () => computeTalkCurves(curves, meetingMinutes, overheadMinutes),
    [curves, meetingMinutes, overheadMinutes],
  );
  const marks = useSizeMarks(curves.marked, (_, index) => [marked[index]?.perSeatMinutes ?? null]);
  const format = (minutes: number) => formatNumber(minutes, language, 1);
  const highest = Math.max(
    0,
    ...points.map(({ perSeatMinutes }) => perSeatMinutes ?? 0),
    ...points.map(({ perMemberPresentMinutes }) => perMemberPresentMinutes ?? 0),
  );
  const minutes = (perSeatMinutes: number | null, perMemberPresentMinutes: number | null) => ({
    perSeatMinutes,
    perMemberPresentMinutes,
  });
  return (
    <EffectPanel
      name={t("committees.talkTitle")}
      subtitle={t("committees.talkSubtitle")}
      meaning={t("committees.talkMeaning")}
      model="A6"
      inputs={[
        { label: t("committees.meetingMinutes"), value: format(meetingMinutes) },
        { label: t("committees.overheadMinutes"), value: format(overheadMinutes) },
      ]}
      points={points.map((point) => ({
        seats: point.seats,
        ...minutes(point.perSeatMinutes, point.perMemberPresentMinutes),
      }))}
      markedPoints={marked.map((time, index) => ({
        seats: curves.marked[index]?.seats ?? 0,
        ...minutes(time.perSeatMinutes, time.perMemberPresentMinutes),
      }))}
      series={[
        { key: "perSeatMinutes", name: t("committees.perSeat"), color: "var(--series-1)" },
        {
          key: "perMemberPresentMinutes",
          name: t("committees.perMemberPresent"),
          color: "var(--series-3)",
          isDashed: true,
        },
      ]}
      marks={marks}
      highest={highest > MOST_MINUTES_SHOWN ? MOST_MINUTES_SHOWN : undefined}
      format={format}
      control={
        <FigureBox
          label={t("committees.overheadMinutes")}
          field={number(ILLUSTRATIVE_OVERHEAD_MINUTES, 0, 1_000)}
          value={overheadMinutes}
          source={
            overheadMinutes === ILLUSTRATIVE_OVERHEAD_MINUTES
              ? { kind: "illustrative", note: t("committees.overheadNote"), url: "" }
              : undefined
          }
          onCommit={async (value) => {
            setOverheadMinutes(Number(value));
            return null;
          }}
        />
      }
      lead={
        <EffectLead
          marked={curves.marked}
          values={marked.map(({ perSeatMinutes }) => perSeatMinutes)}
          unit="index"
          better="higher"
          format={(value) => t("committees.minutes", { minutes: format(value) })}
        />
      }
    />
  );
});
