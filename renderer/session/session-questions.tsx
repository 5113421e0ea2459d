import { lazy, Suspense, useEffect } from "react";
import { afterPaint } from "../ui/after-paint";
import { useSessionPart } from "./use-plan-session";

const loadDialog = () => import("./question-dialog");
const QuestionDialog = lazy(() => loadDialog().then((module) => ({ default: module.QuestionDialog })));

/** The question that the session waits for. Its dialog is fetched when the start screen is there. */
export function SessionQuestions() {
  const question = useSessionPart((view) => view.question);
  useEffect(() => afterPaint(() => void loadDialog()), []);
  if (question === null) return null;
  return (
    <Suspense>
      <QuestionDialog question={question} />
    </Suspense>
  );
}
