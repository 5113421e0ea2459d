import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import classes from "./effect-panel.module.css";
import type { SizeMark, SizePoint, SizeSeries } from "./size-chart";

/** The heaviest part of the screen, so it comes after the figures. */
const SizeChart = lazy(() => import("./size-chart"));

/** Sizes that the table behind a chart lists beside the marked ones. */
const TABLE_STEP = 20;

export interface EffectPanelProps {
  readonly name: string;
  readonly subtitle: string;
  readonly meaning: string;
  readonly model: string;
  readonly inputs: readonly FigureInput[];
  readonly points: readonly SizePoint[];
  /** The same figures at the marked sizes, for the table. */
  readonly markedPoints: readonly SizePoint[];
  readonly series: readonly SizeSeries[];
  readonly marks: readonly SizeMark[];
  readonly highest?: number | undefined;
  readonly format: (value: number) => string;
  /** The figure at the plan's and the scenario's size, in words. */
  readonly lead: ReactNode;
  readonly control?: ReactNode;
}

/** One of the small multiples: what the plan and the scenario have, the curve over sizes, and its table. */
export function EffectPanel(props: EffectPanelProps) {
  const { name, subtitle, meaning, model, inputs, series, marks, format, lead, control } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<ChartOrTable>("chart");
  const seatsLabel = (seats: number) => t("committees.seatsLabel", { seats: formatNumber(seats, language) });
  return (
    <Panel
      title={name}
      subtitle={subtitle}
      action={
        <div className={classes.actions}>
          <FigureHelp name={name} meaning={meaning} model={model} inputs={inputs} />
          <ChartOrTableSwitch name={name} value={view} onChange={setView} />
        </div>
      }
    >
      <div className={classes.lead}>{lead}</div>
      {control !== undefined && <div className={classes.control}>{control}</div>}
      <div className={control === undefined ? classes.tallBody : classes.body}>
        {view === "chart" ? (
          <Suspense>
            <SizeChart
              points={props.points}
              series={series}
              marks={marks}
              highest={props.highest}
              isTall={control === undefined}
              format={format}
              seatsLabel={seatsLabel}
              description={`${name}. ${marks.map((mark) => `${mark.label}: ${mark.values.map(format).join(", ")}`).join("; ")}`}
            />
          </Suspense>
        ) : (
          <EffectTable {...props} seatsLabel={seatsLabel} />
        )}
      </div>
    </Panel>
  );
}

function EffectTable({
  name,
  points,
  markedPoints,
  series,
  marks,
  format,
}: EffectPanelProps & { readonly seatsLabel: (seats: number) => string }) {
  const { t } = useTranslation();
  const bySeats = new Map(
    [
      ...points.filter(({ seats }) => seats % TABLE_STEP === 0 || seats === points[0]?.seats),
      ...markedPoints,
    ].map((point) => [point.seats, point]),
  );
  const rows = [...bySeats.values()].sort((a, b) => a.seats - b.seats);
  const labelOf = (seats: number) => marks.find((mark) => mark.seats === seats)?.label;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.table} tabIndex={0} aria-label={name}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t("committees.column.seats")}</th>
            {series.map(({ key, name: title }) => (
              <th key={key} scope="col" className={table.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((point) => (
            <tr key={point.seats} className={labelOf(point.seats) === undefined ? "" : classes.marked}>
              <th scope="row">{labelOf(point.seats) ?? point.seats}</th>
              {series.map(({ key }) => {
                const value = point[key];
                return (
                  <td key={key} className={table.number}>
                    {typeof value === "number" ? format(value) : "–"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
