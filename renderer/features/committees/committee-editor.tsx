import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import type { FieldName, Row } from "../../../core/plan/entities";
import { useLanguage } from "../../i18n/use-language";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { fieldOf, showFigure } from "../../ui/check-figure";
import { Panel } from "../../ui/panel";
import { type CommitteeFigure, committeeKinds } from "./committee-commands";
import classes from "./committee-editor.module.css";
import type { CommitteePlan, CommitteeRow, CommitteeState } from "./committee-plan";
import type { CommitteeProblem } from "./committee-problems";
import { SizeChanges } from "./size-changes";

interface CommitteeEditorProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
  readonly problems: readonly CommitteeProblem[];
  readonly years: readonly number[];
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** Figures by section; each with what the active scenario may have instead. */
const SECTIONS: readonly {
  readonly name: string;
  readonly figures: readonly {
    readonly field: CommitteeFigure;
    readonly effective?: (state: CommitteeState) => number;
  }[];
}[] = [
  {
    name: "seats",
    figures: [
      { field: "seats", effective: ({ outcome }) => outcome.seats },
      { field: "officials", effective: ({ outcome }) => outcome.officials },
      { field: "subcommittees", effective: ({ compiled }) => compiled.subcommittees },
      { field: "termYears" },
    ],
  },
  {
    name: "meetings",
    figures: [
      { field: "plenariesPerYear", effective: ({ compiled }) => compiled.plenariesPerYear },
      { field: "subcommitteeRoundsPerYear", effective: ({ compiled }) => compiled.subcommitteeRoundsPerYear },
      { field: "citizenAttendanceRatio", effective: ({ compiled }) => compiled.citizenAttendanceRatio },
      { field: "officialAttendanceRatio", effective: ({ compiled }) => compiled.officialAttendanceRatio },
    ],
  },
  {
    name: "costs",
    figures: [
      { field: "allowanceWon", effective: ({ compiled }) => compiled.allowanceWon },
      { field: "officialHours" },
      { field: "officialHourlyWageWon" },
      { field: "fixedCostWon" },
      { field: "fixedCostSubcommitteeWon" },
    ],
  },
];

/** Everything about one committee that can be typed. */
export function CommitteeEditor({ committee, plan, problems, years, isReadOnly, run }: CommitteeEditorProps) {
  const { t } = useTranslation();
  const { row } = committee;
  const set = (cells: Partial<Record<FieldName<"committee">, string | number>>) =>
    run(setCells([{ entity: "committee", rowId: row.id, cells }]));
  return (
    <Panel title={row.title} subtitle={t(`committees.kind.${row.kind}`)}>
      <div className={classes.choices}>
        <Select
          label={t("committees.kindColumn")}
          value={row.kind}
          allowDeselect={false}
          disabled={isReadOnly}
          data={committeeKinds.map((kind) => ({ value: kind, label: t(`committees.kind.${kind}`) }))}
          onChange={(kind) => kind !== null && void set({ kind })}
        />
        <Select
          label={t("committees.paidBy")}
          value={row.sourceId}
          allowDeselect={false}
          disabled={isReadOnly}
          placeholder={t("committees.nobodyPays")}
          data={plan.source.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(sourceId) => sourceId !== null && void set({ sourceId })}
        />
      </div>
      {SECTIONS.map(({ name, figures }) => (
        <section key={name} className={classes.section} aria-label={t(`committees.section.${name}`)}>
          <h3 className={classes.heading}>{t(`committees.section.${name}`)}</h3>
          {figures.map(({ field, effective }) => (
            <CommitteeFigureBox
              // Another committee's refused text must not stand in this one's box.
              key={`${row.id} ${field}`}
              committee={committee}
              plan={plan}
              name={field}
              effective={effective}
              isReadOnly={isReadOnly}
              onCommit={(value) => set({ [field]: value })}
            />
          ))}
          {name === "seats" && <Citizens committee={committee} />}
        </section>
      ))}
      <SizeChanges
        row={row}
        plan={plan}
        problems={problems}
        years={years}
        isReadOnly={isReadOnly}
        run={run}
      />
    </Panel>
  );
}

interface CommitteeFigureBoxProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
  readonly name: CommitteeFigure;
  readonly effective: ((state: CommitteeState) => number) | undefined;
  readonly isReadOnly: boolean;
  readonly onCommit: (value: string | number) => Promise<string | null>;
}

function CommitteeFigureBox(props: CommitteeFigureBoxProps) {
  const { committee, plan, name, effective } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const field = fieldOf("committee", name);
  const { row, base, scenario } = committee;
  const isOverridden =
    effective !== undefined &&
    base !== undefined &&
    scenario !== undefined &&
    effective(base) !== effective(scenario);
  return (
    <PlanFigureBox
      label={t(`committees.figure.${name}`)}
      entity="committee"
      rowId={row.id}
      name={name}
      evidence={plan.evidence}
      value={row[name]}
      scenarioText={isOverridden ? showFigure(field, effective(scenario), language, "thousand") : undefined}
      checkMore={(value) => checkSeats(row, name, value, t)}
      isReadOnly={props.isReadOnly}
      onCommit={props.onCommit}
    />
  );
}

function checkSeats(
  row: Row<"committee">,
  name: CommitteeFigure,
  value: string | number,
  t: (key: string, parameters: Record<string, number>) => string,
): string | null {
  const next = { ...row, [name]: value };
  return next.seats < next.officials
    ? t("refused.seatsBelowOfficials", { seats: next.seats, officials: next.officials })
    : null;
}

/** The citizens' seats follow from the others. */
function Citizens({ committee: { row, base, scenario } }: { readonly committee: CommitteeRow }) {
  const { t } = useTranslation();
  const isOverridden =
    base !== undefined && scenario !== undefined && base.outcome.citizens !== scenario.outcome.citizens;
  return (
    <div className={classes.derived}>
      <span>{t("committees.citizens")}</span>
      {isOverridden && <span className={classes.scenario}>→ {scenario.outcome.citizens}</span>}
      <span className={classes.value}>{Math.max(0, row.seats - row.officials)}</span>
    </div>
  );
}
