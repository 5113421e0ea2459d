import { isUncertainField } from "../../../../core/plan/uncertain-fields";
import { focusPlanFigure } from "../../../session/plan-figure-box";
import { useRevealed } from "../../../session/selection";
import { useKept } from "../../../session/use-kept";
import { useScenarioTab } from "../use-scenario-tab";
import { useSimulationSettings } from "./use-uncertainty-settings";

/** Whether the list of what is uncertain is open. */
export const useAssumptionsOpen = () => useKept("certainty assumptions", false);

/** Opens what is uncertain and goes to the box of a cell when that is asked for, as from the list of problems. */
export function useRevealedAssumption(): void {
  const [tab, setTab] = useScenarioTab();
  const [isOpen, setOpen] = useAssumptionsOpen();
  const [settings, onChange] = useSimulationSettings();
  useRevealed((selection) => {
    if (selection.entity !== "plan" || selection.field === null || !isUncertainField(selection.field))
      return false;
    if (tab !== "results") setTab("results");
    if (!isOpen) setOpen(true);
    if (!settings.isOn) onChange({ ...settings, isOn: true });
    return focusPlanFigure(selection);
  });
}
