import { Button } from "@mantine/core";
import { IconCopy, IconFileTypeCsv, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { writeCsv } from "../../../core/exchange/write-csv";
import type { Lever } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { nameFile } from "../../session/plan-file-kind";
import { useOpenDocument, useSessionServices } from "../../session/use-plan-session";
import { Notice } from "../../ui/notice";
import type { RowNames } from "../scenarios/row-names";
import { type Candidate, type ComparedColumn, MAX_COMPARED, MIN_COMPARED } from "./compare-choice";
import classes from "./compare-toolbar.module.css";
import type { ComparisonView } from "./comparison-view";
import { drawComparison } from "./draw-comparison";
import { listCsvRows } from "./list-csv-rows";

interface CompareToolbarProps {
  readonly candidates: readonly Candidate[];
  readonly columns: readonly ComparedColumn[];
  /** Null until every outcome is there. */
  readonly view: ComparisonView | null;
  readonly levers: readonly Lever[];
  readonly names: RowNames;
  readonly onChoose: (keys: readonly string[]) => void;
}

/** Which scenarios are compared, and ways to take the comparison along. */
export function CompareToolbar({ candidates, columns, view, levers, names, onChoose }: CompareToolbarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { host } = useSessionServices();
  const { plan } = useOpenDocument();
  const [notice, setNotice] = useState<{ tone: "info" | "problem"; text: string } | null>(null);
  const chosen = columns.map(({ key }) => key);
  const toggle = (key: string) =>
    onChoose(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  const title = `${plan.title} · ${t("screen.compare")}`;
  /** Lets the person save a file; says so when it went well. */
  const save = async (extension: string, label: string, bytes: Uint8Array, done: string) => {
    const what = t("compare.fileName");
    const saved = await host.exportFile({
      title: t("compare.saveTitle"),
      suggestedName: `${nameFile(`${plan.title} ${what}`, what)}.${extension}`,
      kind: { label, extensions: [extension] },
      bytes,
    });
    if (saved.ok) setNotice({ tone: "info", text: done });
    else if (saved.error.type !== "cancelled") setNotice({ tone: "problem", text: t("compare.notSaved") });
  };
  const saveCsv = async () => {
    if (view === null) return;
    const csv = writeCsv(listCsvRows(view, { title, levers, names, t, language }));
    const bytes = new TextEncoder().encode(csv);
    await save("csv", t("compare.csvFiles"), bytes, t("compare.csvSaved"));
  };
  const copyPicture = async () => {
    if (view === null) return;
    const picture = drawComparison(view, { title, t, language });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      setNotice({ tone: "info", text: t("compare.copied") });
    } catch {
      // Not every surroundings lets a page put pictures on the clipboard.
      const bytes = new Uint8Array(await (await picture).arrayBuffer());
      await save("png", t("compare.pngFiles"), bytes, t("compare.pictureSaved"));
    }
  };
  const print = async () => {
    const printed = await host.print();
    if (!printed.ok && printed.error.type !== "cancelled")
      setNotice({ tone: "problem", text: t("compare.notPrinted") });
  };
  return (
    <>
      <div className={classes.bar}>
        <h1 className={classes.title}>{t("screen.compare")}</h1>
        <fieldset className={classes.choice}>
          <legend className="visually-hidden">{t("compare.choose")}</legend>
          {candidates.map(({ key, title: candidateTitle }) => {
            const isChosen = chosen.includes(key);
            const isFull = isChosen ? chosen.length <= MIN_COMPARED : chosen.length >= MAX_COMPARED;
            return (
              <button
                key={key}
                type="button"
                className={classes.candidate}
                aria-pressed={isChosen}
                aria-disabled={isFull}
                title={isFull ? t(isChosen ? "compare.atLeast" : "compare.atMost") : candidateTitle}
                onClick={() => {
                  if (!isFull) toggle(key);
                }}
              >
                <span aria-hidden>{isChosen ? "✓ " : "+ "}</span>
                {candidateTitle}
              </button>
            );
          })}
        </fieldset>
        <div className={classes.end}>
          <Button
            leftSection={<IconCopy size={14} aria-hidden />}
            disabled={view === null}
            onClick={() => void copyPicture()}
          >
            {t("compare.copyPicture")}
          </Button>
          <Button
            leftSection={<IconFileTypeCsv size={14} aria-hidden />}
            disabled={view === null}
            onClick={() => void saveCsv()}
          >
            CSV
          </Button>
          <Button
            leftSection={<IconPrinter size={14} aria-hidden />}
            disabled={view === null}
            onClick={() => void print()}
          >
            {t("compare.print")}
          </Button>
        </div>
      </div>
      {notice !== null && (
        <div className={classes.notice}>
          <Notice tone={notice.tone} text={notice.text} onClose={() => setNotice(null)} />
        </div>
      )}
    </>
  );
}
