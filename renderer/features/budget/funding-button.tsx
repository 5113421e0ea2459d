import { Button } from "@mantine/core";
import { IconBuildingBank } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MoneyUnit } from "../../ui/money-unit";
import { FundingDialog } from "./funding-dialog";

/** Opens the sources, their ceilings and the channels. */
export function FundingButton({ unit }: { readonly unit: MoneyUnit }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconBuildingBank size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t("budget.funding.open")}
      </Button>
      {isOpen && <FundingDialog unit={unit} onClose={() => setOpen(false)} />}
    </>
  );
}
