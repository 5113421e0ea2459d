import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeverValues } from "../../../core/scenario/lever";
import { mintId } from "../../engine/mint-id";
import type { ScenarioSummary } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import { describeFailure } from "../../session/error-text";
import { useLevers, useOutcomes, useRowNames, useScenarios, useTaskGrid } from "../../session/plan-queries";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import { areSameLevers, useWhatIf } from "../../session/what-if";
import { Notice } from "../../ui/notice";
import { CertaintyBar } from "./certainty/certainty-bar";
import { useCertainty } from "./certainty/use-certainty";
import { useRevealedAssumption } from "./certainty/use-revealed-assumption";
import { freeName } from "./free-name";
import { LeverPanel } from "./lever-panel";
import { Results } from "./results";
import { makeRowNames } from "./row-names";
import {
  addScenario,
  deleteScenario,
  detachChildren,
  detachScenario,
  renameScenario,
  updateScenario,
} from "./scenario-commands";
import { ScenarioHeader } from "./scenario-header";
import { ScenarioList } from "./scenario-list";
import { ScenarioTabs } from "./scenario-tabs";
import classes from "./scenarios-screen.module.css";

const NO_LEVERS: LeverValues = {};
const NO_SCENARIOS: readonly ScenarioSummary[] = [];

interface ScreenNotice {
  readonly tone: "info" | "problem";
  readonly text: string;
  readonly offersUndo: boolean;
}

/** What if: levers on the left, what they do on the right. */
export default function ScenariosScreen() {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const { data: levers } = useLevers();
  const { data: scenarios = NO_SCENARIOS } = useScenarios();
  const { data: grid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const names = useMemo(() => makeRowNames(grid, nameView), [grid, nameView]);
  const [whatIf, setWhatIf] = useWhatIf();
  const [notice, setNotice] = useState<ScreenNotice | null>(null);
  const outcomes = useOutcomes(whatIf.levers);
  const language = useLanguage();
  const certainty = useCertainty(whatIf.levers, t, language);
  useRevealedAssumption();
  // A scenario that was deleted or undone leaves its levers to the base.
  const active = scenarios.find(({ id }) => id === whatIf.scenarioId) ?? null;
  const isModified = !areSameLevers(whatIf.levers, active?.levers ?? NO_LEVERS);
  if (levers === undefined || grid === undefined) return null;

  const execute = async (command: Parameters<typeof actions.execute>[0], done: ScreenNotice | null) => {
    const result = await actions.execute(command);
    const isRefused = !result.ok && result.error.type !== "nothing-changed";
    if (isRefused) {
      const text = describeFailure(t, { group: "edit", error: result.error });
      setNotice({ tone: "problem", text, offersUndo: false });
    } else setNotice(done);
    return !isRefused;
  };
  const keep = async (title: string, values: LeverValues, parent: ScenarioSummary | null) => {
    const id = mintId();
    const text = t("scenarios.created", { title });
    const command = addScenario(id, title, values, scenarios, parent);
    if (await execute(command, { tone: "info", text, offersUndo: true }))
      setWhatIf({ scenarioId: id, levers: values });
  };
  const taken = scenarios.map(({ title }) => title);
  const remove = async (scenario: ScenarioSummary) => {
    const text = t("scenarios.deleted", { title: scenario.title });
    const detached = detachChildren(scenario, scenarios);
    if (detached !== null && !(await execute(detached, null))) return;
    const isDone = await execute(deleteScenario(scenario), { tone: "info", text, offersUndo: true });
    if (isDone && scenario.id === whatIf.scenarioId) setWhatIf({ scenarioId: null, levers: NO_LEVERS });
  };

  return (
    <div className={classes.screen}>
      <div className={classes.side}>
        <ScenarioList
          scenarios={scenarios}
          activeId={active?.id ?? null}
          isModified={isModified}
          isReadOnly={isReadOnly}
          onSelect={(scenario) =>
            setWhatIf({ scenarioId: scenario?.id ?? null, levers: scenario?.levers ?? NO_LEVERS })
          }
          onRename={(scenario, title) => void execute(renameScenario(scenario.id, title), null)}
          onDetach={(scenario) =>
            void execute(detachScenario(scenario), {
              tone: "info",
              text: t("scenarios.detached", { title: scenario.title }),
              offersUndo: true,
            })
          }
          onDelete={(scenario) => void remove(scenario)}
        />
        <LeverPanel
          levers={levers}
          values={whatIf.levers}
          onChange={(values) => setWhatIf({ scenarioId: active?.id ?? null, levers: values })}
        />
      </div>
      <div className={classes.results}>
        <ScenarioHeader
          title={active?.title ?? t(isModified ? "scenarios.untitled" : "scenarios.basePlan")}
          isModified={isModified}
          isPending={outcomes.isPending}
          isReadOnly={isReadOnly}
          levers={levers}
          values={whatIf.levers}
          taken={taken}
          active={active}
          onCreate={(title, buildsOnActive) => keep(title, whatIf.levers, buildsOnActive ? active : null)}
          onUpdate={
            active === null
              ? null
              : () => {
                  const text = t("scenarios.updated", { title: active.title });
                  const parent = scenarios.find(({ id }) => id === active.parentId);
                  const command = updateScenario(active, parent?.levers ?? NO_LEVERS, whatIf.levers);
                  if (command !== null) void execute(command, { tone: "info", text, offersUndo: true });
                }
          }
        />
        {notice !== null && (
          <Notice
            tone={notice.tone}
            text={notice.text}
            action={
              notice.offersUndo
                ? {
                    label: t("frame.undo"),
                    run: () => {
                      setNotice(null);
                      void actions.undo();
                    },
                  }
                : undefined
            }
            onClose={() => setNotice(null)}
          />
        )}
        {outcomes.error !== null && (
          <Notice tone="problem" text={t("scenarios.failed")} onClose={() => setWhatIf({ ...whatIf })} />
        )}
        <ScenarioTabs
          context={{
            levers,
            values: whatIf.levers,
            scenarios,
            grid,
            names,
            isReadOnly,
            onKeep: (title, values) => void keep(freeName(title, taken), values, null),
            onChangePlan: (command) => execute(command, null),
            onTry: (values) => setWhatIf({ ...whatIf, levers: values }),
          }}
          results={
            outcomes.base !== undefined &&
            outcomes.scenario !== undefined && (
              <>
                <CertaintyBar certainty={certainty} levers={levers} />
                <Results
                  base={outcomes.base}
                  scenario={outcomes.scenario}
                  levers={levers}
                  tasks={grid.rows}
                  names={names}
                  summary={certainty.summary}
                />
              </>
            )
          }
        />
      </div>
    </div>
  );
}
