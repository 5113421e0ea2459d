import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { setCells } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { mintId } from "../../engine/mint-id";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { addGrade } from "./evaluation-commands";
import classes from "./evaluation-panel.module.css";
import type { EvaluationPartProps } from "./evaluation-plan";

/** What each grade is worth, and what earns it. */
export function GradesTable({ rows, evidence, isReadOnly, run }: EvaluationPartProps) {
  const { t } = useTranslation();
  const { grades, gradingRule } = rows;
  const earnedBy = gradingRule === "rank" ? "quota" : "minimumScore";
  const columns = ["code", "title", "ceilingWon", earnedBy] as const;
  const checkCode = (grade: Row<"grade">, code: string | number) => {
    if (code === "") return t("refused.emptyName");
    return grades.some((other) => other.id !== grade.id && other.code === code)
      ? t("decentralised.evaluation.codeTaken", { code })
      : null;
  };
  return (
    <section className={classes.grades} aria-label={t("decentralised.evaluation.grades")}>
      <h3 className={classes.heading}>{t("decentralised.evaluation.grades")}</h3>
      {grades.length === 0 ? (
        <p className={classes.hint}>{t("decentralised.evaluation.noGrades")}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" data-column={name}>
                  {t(`decentralised.evaluation.column.${name}`, { unit: t("moneyUnit.million") })}
                </th>
              ))}
              <th scope="col" data-column="tool" aria-label={t("decentralised.evaluation.deleteGrade")} />
            </tr>
          </thead>
          <tbody>
            {grades.map((grade) => (
              <tr key={grade.id}>
                {columns.map((name) => (
                  <td key={name}>
                    <PlanFigureBox
                      isBare
                      label={`${t(`decentralised.evaluation.column.${name}`, { unit: t("moneyUnit.million") })}: ${grade.code}`}
                      entity="grade"
                      rowId={grade.id}
                      name={name}
                      evidence={evidence}
                      unit="million"
                      value={grade[name]}
                      isReadOnly={isReadOnly}
                      checkMore={name === "code" ? (code) => checkCode(grade, code) : undefined}
                      onCommit={(value) =>
                        run(setCells([{ entity: "grade", rowId: grade.id, cells: { [name]: value } }]))
                      }
                    />
                  </td>
                ))}
                <td>
                  {!isReadOnly && (
                    <ActionIcon
                      size={22}
                      aria-label={`${t("decentralised.evaluation.deleteGrade")} ${grade.code}`}
                      onClick={() =>
                        void run(
                          { type: "delete-rows", rows: [{ entity: "grade", rowId: grade.id }] },
                          t("decentralised.evaluation.gradeDeleted", { title: grade.title || grade.code }),
                        )
                      }
                    >
                      <IconTrash size={13} aria-hidden />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isReadOnly && (
        <Button
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => void run(addGrade(grades, mintId(), t("decentralised.evaluation.newGrade")))}
        >
          {t("decentralised.evaluation.addGrade")}
        </Button>
      )}
    </section>
  );
}
