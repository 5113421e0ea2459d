import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { count, number, ratio } from "../../../core/plan/field";
import type { TypedField } from "../../ui/check-figure";
import type { CommitteePlan, CommitteeRow, CommitteeState } from "./committee-plan";
import classes from "./research-drawer.module.css";
import {
  listCoverageRows,
  listJuryRows,
  listMarginRows,
  listSizeLawRows,
  listTurnoverRows,
  type ResearchInputs,
  type ResearchSize,
} from "./research-figures";
import { ResearchSection } from "./research-section";

interface ResearchDrawerProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Where no unit says how many people live there: a district of the size of Seoul's mean. */
const EXAMPLE_POPULATION = 400_000;

const START: ResearchInputs = {
  competenceRatio: 0.55,
  correlationRatio: 0.1,
  population: 0,
  activeRatio: 0.6,
  groupMembers: 7,
  dropoutRatio: 0.1,
  cohorts: 2,
};

const fields: Readonly<Record<keyof ResearchInputs, TypedField>> = {
  competenceRatio: ratio(START.competenceRatio),
  correlationRatio: ratio(START.correlationRatio),
  population: count(0, 1_000_000_000),
  activeRatio: ratio(START.activeRatio),
  groupMembers: count(START.groupMembers, 1000),
  dropoutRatio: ratio(START.dropoutRatio),
  cohorts: number(START.cohorts, 1, 20),
};

/** What the literature says about size: benchmarks to think with, never rules. */
export function ResearchDrawer({ committee, plan, isOpen, onClose }: ResearchDrawerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<ResearchInputs>(START);
  const people = plan.unit.reduce((sum, { population }) => sum + population, 0);
  const inputs: ResearchInputs = {
    ...typed,
    population: typed.population || people || EXAMPLE_POPULATION,
  };
  const sizes = listSizes(committee);
  const section = (
    model: string,
    names: readonly (keyof ResearchInputs)[],
    rows: ReturnType<typeof listJuryRows>,
  ) => (
    <ResearchSection
      model={model}
      sizes={sizes}
      rows={rows}
      inputs={names.map((name) => ({
        name,
        field: fields[name],
        value: inputs[name],
        isIllustrative: typed[name] === START[name] && !(name === "population" && people > 0),
        set: (value: number) =>
          setTyped({ ...typed, [name]: name === "cohorts" ? Math.round(value) : value }),
      }))}
    />
  );
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={520}
      shadow="none"
      title={t("committees.researchTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
      transitionProps={{ duration: 100 }}
      classNames={{ title: classes.title ?? "", body: classes.body ?? "" }}
    >
      <p className={classes.lead}>{t("committees.researchLead")}</p>
      {section("A4", ["competenceRatio", "correlationRatio"], listJuryRows(sizes, inputs))}
      {section("A8", ["population", "activeRatio"], listSizeLawRows(sizes, inputs))}
      {section("A10", ["groupMembers"], listCoverageRows(sizes, inputs))}
      {section("A11", ["dropoutRatio", "cohorts"], listTurnoverRows(sizes, inputs, committee.row.termYears))}
      {section("A12", [], listMarginRows(sizes))}
    </Drawer>
  );
}

/** The plan's size, then the scenario's where it is another; sizes without seats have nothing to show. */
function listSizes({ base, scenario }: CommitteeRow): readonly ResearchSize[] {
  const sizeOf = (kind: ResearchSize["kind"], state: CommitteeState | undefined): ResearchSize[] =>
    state === undefined || state.outcome.seats < 1
      ? []
      : [{ kind, seats: state.outcome.seats, subcommittees: state.compiled.subcommittees }];
  const [planned] = sizeOf("base", base);
  const [tried] = sizeOf("scenario", scenario);
  const isSame = planned?.seats === tried?.seats && planned?.subcommittees === tried?.subcommittees;
  return [planned, isSame ? undefined : tried].filter((size) => size !== undefined);
}
