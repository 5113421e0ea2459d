import { Button, CloseButton, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskGridView } from "../../../engine/plan-api";
import form from "../engine/form.module.css";
import { NumberBox } from "../engine/number-box";
import type { PortfolioDraft } from "./portfolio-draft";
import classes from "./search.module.css";

interface RuleRowsProps {
  readonly draft: PortfolioDraft;
  readonly grid: TaskGridView;
  readonly problems: readonly (string | null)[];
  readonly onChange: (change: Partial<PortfolioDraft>) => void;
}

/** Rules that a portfolio may have any number of: tasks that exclude each other, areas that get a least share. */
export function RuleRows({ draft, grid, problems, onChange }: RuleRowsProps) {
  const { t } = useTranslation();
  const { exclusions, shares } = draft;
  const tasks = grid.rows.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}`.trim() }));
  const areas = grid.areas.map(({ id, title }) => ({ value: id, label: title }));
  const exclude = (at: number, pair: readonly [string, string] | null) =>
    onChange({ exclusions: exclusions.flatMap((old, index) => (index !== at ? [old] : pair ? [pair] : [])) });
  const share = (at: number, row: PortfolioDraft["shares"][number] | null) =>
    onChange({ shares: shares.flatMap((old, index) => (index !== at ? [old] : row ? [row] : [])) });
  const taskSelect = (label: string, value: string, onPick: (id: string) => void) => (
    <Select
      aria-label={label}
      placeholder={label}
      classNames={{ root: classes.task ?? "" }}
      searchable
      data={tasks}
      value={value === "" ? null : value}
      onChange={(next) => onPick(next ?? "")}
    />
  );
  return (
    <>
      {exclusions.map(([first, second], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beside their place
        <div key={index} className={form.form}>
          {taskSelect(t("engine.portfolio.oneTask"), first, (id) => exclude(index, [id, second]))}
          {taskSelect(t("engine.portfolio.otherTask"), second, (id) => exclude(index, [first, id]))}
          <CloseButton
            size="sm"
            aria-label={t("engine.portfolio.removeRule")}
            onClick={() => exclude(index, null)}
          />
        </div>
      ))}
      {shares.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beside their place
        <div key={index} className={form.form}>
          <Select
            aria-label={t("engine.portfolio.area")}
            placeholder={t("engine.portfolio.area")}
            classNames={{ root: classes.task ?? "" }}
            data={areas}
            value={row.areaId === "" ? null : row.areaId}
            onChange={(next) => share(index, { ...row, areaId: next ?? "" })}
          />
          <NumberBox
            label={t("engine.portfolio.leastShare")}
            isLabelHidden
            text={row.share}
            unit="%"
            problem={problems[index] ?? null}
            onChange={(text) => share(index, { ...row, share: text })}
          />
          <CloseButton
            size="sm"
            aria-label={t("engine.portfolio.removeRule")}
            onClick={() => share(index, null)}
          />
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onChange({ exclusions: [...exclusions, ["", ""]] })}
        >
          {t("engine.portfolio.addExclusion")}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onChange({ shares: [...shares, { areaId: "", share: "20" }] })}
        >
          {t("engine.portfolio.addShare")}
        </Button>
      </div>
    </>
  );
}
