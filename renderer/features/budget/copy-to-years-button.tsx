import { Button } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyToYearsDialog, type CopyToYearsProps } from "./copy-to-years-dialog";

/** Opens the choice of years that an amount's cost lines are copied to. */
export function CopyToYearsButton(props: CopyToYearsProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconCalendarPlus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t("budget.costLines.toYears.open")}
      </Button>
      {isOpen && <CopyToYearsDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
