import { Button } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { setCells } from "../../../core/plan/command";
import { keyCellsOf } from "../../../core/plan/row-id";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { useEffectivePlans } from "../../session/effective-plan";
import { indexEvidence } from "../../session/evidence";
import { focusPlanFigure } from "../../session/plan-figure-box";
import { useProblems, useRows } from "../../session/plan-queries";
import { type Selection, useRevealed, useSelection } from "../../session/selection";
import { useOpenDocument } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import { useActiveOutcomes, useWhatIf } from "../../session/what-if";
import { RowGrid } from "../../ui/grid/row-grid";
import { RowGridBox } from "../../ui/row-grid-box";
import { makeCommitteeColumns } from "./committee-columns";
import { addCommittee, committeeFigures, deleteCommittee } from "./committee-commands";
import { CommitteeEditor } from "./committee-editor";
import { type CommitteePlan, joinCommittees } from "./committee-plan";
import { listCommitteeProblems } from "./committee-problems";
import { CommitteeToolbar } from "./committee-toolbar";
import classes from "./committees-screen.module.css";
import { GroupsPanel } from "./groups-panel";
import { QuotaPanel } from "./quota-panel";
import { ResearchDrawer } from "./research-drawer";
import { SizeEffectsPanels } from "./size-effects-panels";

const MOST_ROWS_SHOWN = 6;

/** Councils and other committees: who sits, what their size and composition do, and what that costs. */
export default function CommitteesScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isReadOnly, plan: state } = useOpenDocument();
  const { data } = useRows(
    "committee",
    "committeeSize",
    "reservedSeats",
    "residentGroup",
    "legalBasis",
    "source",
    "unit",
    "evidence",
  );
  const [{ levers }] = useWhatIf();
  const plans = useEffectivePlans(levers);
  const { base, scenario } = useActiveOutcomes();
  const { run, notice } = useScreenEdits();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [, select] = useSelection();
  const [isResearchOpen, setResearchOpen] = useState(false);

  const plan = useMemo<CommitteePlan | undefined>(
    () => data && { ...data, evidence: indexEvidence(data.evidence) },
    [data],
  );
  const committees = useMemo(
    () => (plan === undefined ? [] : joinCommittees(plan.committee, plans, { base, scenario })),
    [plan, plans, base, scenario],
  );
  const { data: planProblems } = useProblems();
  const problems = useMemo(
    () => (plan === undefined ? [] : listCommitteeProblems(plan, planProblems ?? [], t)),
    [plan, planProblems, t],
  );
  const problemsOf = useCallback(
    (committeeId: string) =>
      problems.filter((problem) => problem.committeeId === committeeId).map(({ text }) => text),
    [problems],
  );
  const columns = useMemo(
    () => (plan === undefined ? [] : makeCommitteeColumns({ t, language, plan, problemsOf })),
    [t, language, plan, problemsOf],
  );
  useRevealed((selection) => {
    if (plan === undefined) return false;
    const committeeId = committeeOf(selection);
    if (committeeId === null) {
      focusPlanFigure(selection);
      return true;
    }
    setChosenId(committeeId);
    // The boxes of another committee are there after the next paint.
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => focusPlanFigure(selection)));
    return true;
  });
  if (plan === undefined) return null;

  const chosen = committees.find(({ id }) => id === chosenId) ?? committees[0];
  const years = Array.from(
    { length: state.lastYear - state.firstYear + 1 },
    (_, index) => state.firstYear + index,
  );
  const add = async (kind: Parameters<typeof addCommittee>[1]) => {
    const id = mintId();
    const words = { title: t(`committees.kind.${kind}`), placeholder: t("committees.placeholder") };
    const failure = await run(addCommittee(plan, kind, id, words), t("committees.added"));
    if (failure === null) setChosenId(id);
  };

  return (
    <div className={classes.screen}>
      <CommitteeToolbar
        count={committees.length}
        chosenTitle={chosen?.row.title ?? null}
        isReadOnly={isReadOnly}
        onAdd={(kind) => void add(kind)}
        onDelete={() => {
          if (chosen === undefined) return;
          const done = t("committees.deleted", { title: chosen.row.title });
          void run(deleteCommittee(chosen.id), done);
        }}
      />
      {notice}
      {committees.length === 0 && <p className={classes.empty}>{t("committees.emptyState")}</p>}
      {committees.length > 0 && (
        <RowGridBox rows={Math.min(MOST_ROWS_SHOWN, committees.length)}>
          <RowGrid
            rows={committees}
            columns={columns}
            isReadOnly={isReadOnly}
            chosenId={chosen?.id ?? null}
            onChoose={setChosenId}
            onFocusCell={(rowId, columnId) =>
              select({ entity: "committee", rowId, field: typedFields.has(columnId) ? columnId : null })
            }
            onEdit={(edits) => run(setCells(edits))}
          />
        </RowGridBox>
      )}
      {chosen !== undefined && (
        <>
          {problems
            .filter(({ committeeId, year }) => committeeId === chosen.id && year === null)
            .map(({ text }) => (
              <p key={text} className={classes.problem} role="alert">
                <span aria-hidden>▲ </span>
                {text}
              </p>
            ))}
          <div className={classes.body}>
            <CommitteeEditor
              committee={chosen}
              plan={plan}
              problems={problems}
              years={years}
              isReadOnly={isReadOnly}
              run={run}
            />
            <div className={classes.effects}>
              <GroupsPanel committee={chosen} plan={plan} isReadOnly={isReadOnly} run={run} />
              <div className={classes.effectsHead}>
                <h2 className={classes.effectsTitle}>
                  {t("committees.effectsTitle")}{" "}
                  <span className={classes.effectsSubtitle}>{t("committees.effectsSubtitle")}</span>
                </h2>
                <Button
                  leftSection={<IconFlask size={14} aria-hidden />}
                  onClick={() => setResearchOpen(true)}
                >
                  {t("committees.research")}
                </Button>
              </div>
              <div className={classes.multiples}>
                <SizeEffectsPanels committee={chosen} plan={plan} />
                <QuotaPanel committee={chosen} plan={plan} />
              </div>
            </div>
          </div>
          <ResearchDrawer
            committee={chosen}
            plan={plan}
            isOpen={isResearchOpen}
            onClose={() => setResearchOpen(false)}
          />
        </>
      )}
    </div>
  );
}

/** Columns of the list that stand for a cell of the plan. */
const typedFields: ReadonlySet<string> = new Set(["code", "title", ...committeeFigures]);

/** The committee that a selected cell belongs to; null where it belongs to none. */
function committeeOf({ entity, rowId }: Selection): string | null {
  if (entity === "committee") return rowId;
  const keys =
    entity === "committeeSize" || entity === "reservedSeats" ? keyCellsOf(entity, rowId) : undefined;
  return keys === undefined ? null : String(keys.committeeId);
}
