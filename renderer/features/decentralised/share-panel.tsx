import { SegmentedControl, Switch } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { naturalRowId } from "../../../core/plan/row-id";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import type { EffectivePlans } from "../../session/effective-plan";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { FigureHelp } from "../../ui/figure-help";
import { formatInUnit, formatMoney } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import { Panel } from "../../ui/panel";
import { BaseTotals } from "./base-totals";
import type { DecentralisedPlan } from "./decentralised-plan";
import classes from "./share-panel.module.css";
import { SharePathChart } from "./share-path-chart";

interface SharePanelProps {
  readonly plan: DecentralisedPlan;
  readonly plans: EffectivePlans | undefined;
  readonly base: Outcome | undefined;
  readonly scenario: Outcome | undefined;
  readonly isReadOnly: boolean;
  readonly run: (command: Command) => Promise<string | null>;
}

const bases = ["plan", "discretionary", "total"] as const;
const modes = ["proposal", "deliberated"] as const;

/** How much residents decide on in each year, and what that share is a share of. */
export function SharePanel(props: SharePanelProps) {
  const { plan, plans, base, scenario, isReadOnly, run } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const unit = "million";
  const { years } = plan;
  const shares = years.map((year) => plan.shareByYear.get(year) ?? 0);
  const scenarioShares = years.map(
    (_, index) => plans?.scenario.shareRatioByYear[index] ?? shares[index] ?? 0,
  );
  const isOverridden = scenarioShares.some((ratio, index) => ratio !== shares[index]);
  const setShare = (year: number, shareRatio: number) =>
    run(setCells([{ entity: "decentralisedShare", rowId: naturalRowId(year), cells: { shareRatio } }]));
  const money = (won: number | undefined) => (won === undefined ? "–" : formatInUnit(won, unit, language));
  const effective = plans?.scenario;
  return (
    <Panel
      title={t("decentralised.shareTitle")}
      subtitle={t("decentralised.shareSubtitle")}
      action={
        <FigureHelp
          name={t("decentralised.shareTitle")}
          meaning={t("indicator.residentShareDecidedRatio.meaning")}
          model="B5"
          inputs={[
            {
              label: t("figureInput.decided"),
              value: formatMoney(
                (scenario ?? base)?.residents.reduce((sum, year) => sum + year.decidedWon, 0) ?? 0,
                language,
              ),
            },
          ]}
        />
      }
    >
      <SharePathChart
        years={years}
        shares={shares}
        scenarioShares={scenarioShares}
        isReadOnly={isReadOnly}
        onCommit={(index, ratio) => void setShare(years[index] ?? 0, ratio)}
      />
      <table className={classes.years}>
        <thead>
          <tr>
            <th scope="col" className={classes.rowName}>
              {t("decentralised.year")}
            </th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("decentralised.shareRow")}</th>
            {years.map((year, index) => {
              return (
                <td key={year}>
                  <PlanFigureBox
                    isBare
                    label={t("decentralised.shareOf", { year })}
                    entity="decentralisedShare"
                    rowId={naturalRowId(year)}
                    name="shareRatio"
                    evidence={plan.evidence}
                    value={shares[index] ?? 0}
                    isReadOnly={isReadOnly}
                    onCommit={(ratio) => setShare(year, Number(ratio))}
                  />
                </td>
              );
            })}
          </tr>
          {isOverridden && (
            <tr className={classes.scenarioRow}>
              <th scope="row">{t("decentralised.scenarioRow")}</th>
              {scenarioShares.map((ratio, index) => (
                <td key={years[index]}>{formatRatio(ratio, language, 2)}</td>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">{t("decentralised.poolRow", { unit: t(`moneyUnit.${unit}`) })}</th>
            {years.map((year, index) => {
              const decided = money((scenario ?? base)?.residents[index]?.decidedWon);
              const before = money(base?.residents[index]?.decidedWon);
              return (
                <td key={year}>
                  {before !== decided && <span className={classes.before}>{before} → </span>}
                  <span className={before === decided ? "" : classes.changed}>{decided}</span>
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
      <div className={classes.choices}>
        <Choice
          name={t("decentralised.baseTitle")}
          sentence={t(`decentralised.baseMeaning.${plan.plan.shareBase}`)}
          scenarioName={
            effective !== undefined && effective.shareBase !== plan.plan.shareBase
              ? t(`leverChoice.${effective.shareBase}`)
              : null
          }
          value={plan.plan.shareBase}
          choices={bases}
          isReadOnly={isReadOnly}
          onChange={(shareBase) => setPlan({ shareBase })}
        />
        <Choice
          name={t("decentralised.modeTitle")}
          sentence={t(`decentralised.modeMeaning.${plan.plan.shareMode}`)}
          scenarioName={
            effective !== undefined && effective.shareMode !== plan.plan.shareMode
              ? t(`leverChoice.${effective.shareMode}`)
              : null
          }
          value={plan.plan.shareMode}
          choices={modes}
          isReadOnly={isReadOnly}
          onChange={(shareMode) => setPlan({ shareMode })}
        />
        <div className={classes.choice}>
          <Switch
            checked={plan.plan.isShareAdditional}
            disabled={isReadOnly}
            label={t("decentralised.additionalTitle")}
            onChange={(event) => setPlan({ isShareAdditional: event.currentTarget.checked })}
          />
          <p className={classes.sentence}>
            {t(`decentralised.additionalMeaning.${plan.plan.isShareAdditional ? "yes" : "no"}`)}
          </p>
          {effective !== undefined && effective.isShareAdditional !== plan.plan.isShareAdditional && (
            <p className={classes.changed}>→ {t(effective.isShareAdditional ? "common.yes" : "common.no")}</p>
          )}
        </div>
      </div>
      {plan.plan.shareBase !== "plan" && <BaseTotals plan={plan} isReadOnly={isReadOnly} run={run} />}
    </Panel>
  );

  function setPlan(cells: Readonly<Record<string, string | boolean>>): void {
    void run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]));
  }
}

interface ChoiceProps {
  readonly name: string;
  /** What the chosen value means. */
  readonly sentence: string;
  readonly scenarioName: string | null;
  readonly value: string;
  readonly choices: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

function Choice({ name, sentence, scenarioName, value, choices, isReadOnly, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div className={classes.choice}>
      <span id={labelId} className={classes.choiceName}>
        {name} {scenarioName !== null && <span className={classes.changed}>→ {scenarioName}</span>}
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={value}
        disabled={isReadOnly}
        data={choices.map((choice) => ({ value: choice, label: t(`leverChoice.${choice}`) }))}
        onChange={onChange}
      />
      <p className={classes.sentence}>{sentence}</p>
    </div>
  );
}
